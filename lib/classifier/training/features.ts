import { cueBits } from '../cues.ts';
import { LAYOUT_ACTIVE, LAYOUT_FEATURES, type Layout, layOut, layoutFeatures } from '../layout.ts';
import { DOCUMENT_DOUBT, loneliness } from '../model.ts';
import { PHRASE_RULES_START, RULES, readRules } from '../rules.ts';
import { scanTokens, TokenBuffer, tokenStrings } from '../tokens.ts';
import { type LabelledDocument, labelIndex, signalIndex } from './corpus.ts';
import { LEXICON_ENTRIES, LEXICON_GROUPS, lexiconFinder } from './lexicon.ts';
import { meanVector, type Vocabulary } from './vocabulary.ts';

/** Numbers by unit: what a row, a section or a document has in common is held once. */
export interface Features {
  readonly width: number;
  readonly values: Float32Array;
  /** Row to unit, -1 where the row has none. */
  readonly unitOf: Int32Array;
}

/** Names of the feature groups. Vectors: of the passage's text, its headings, title, section, document; then the rules of each. */
export type GroupName =
  | 'text'
  | 'heading'
  | 'path'
  | 'title'
  | 'section'
  | 'document'
  | 'outline'
  | 'phrases'
  | 'heading-phrases'
  | 'document-phrases'
  | 'rules'
  | 'heading-rules'
  | 'title-rules'
  | 'document-rules'
  | 'lone'
  | 'lone-rules'
  | 'layout';

/** A corpus as numbers; a row is a passage. */
export interface Dataset {
  readonly documents: readonly LabelledDocument[];
  readonly rows: number;
  readonly labels: Int8Array;
  readonly signals: Int8Array;
  /** How much each row counts in fitting. */
  readonly weights: Float32Array;
  /** Row to document and document to organisation, numbered from 0. */
  readonly documentOf: Int32Array;
  readonly organisationOf: Int32Array;
  readonly organisations: readonly string[];
  readonly groups: Readonly<Record<GroupName, Features>>;
}

const cues = cueBits();

/** Reads the rules of texts, one after the other, without making new buffers. */
class RuleReader {
  private readonly tokens = new TokenBuffer();
  private bits = new Int32Array(1024);
  readonly active = new Uint8Array(RULES.length);
  /** 1 for every entry of the lexicon of which a phrase was found. */
  readonly entries = new Uint8Array(LEXICON_ENTRIES);
  private readonly finder = lexiconFinder();

  /** @returns how many tokens the text has; the rules are in `active`. */
  read(text: string): number {
    scanTokens(text, this.tokens);
    const { count, hash } = this.tokens;
    if (this.bits.length < count) this.bits = new Int32Array(count * 2);
    for (let index = 0; index < count; index++) this.bits[index] = cues.get(hash[index] ?? 0) ?? 0;
    readRules(text, this.tokens, this.bits, this.active);
    this.entries.fill(0);
    this.finder.find(this.tokens, (entry) => {
      this.entries[entry] = 1;
      this.active[PHRASE_RULES_START + (LEXICON_GROUPS[entry] ?? 0)] = 1;
    });
    return count;
  }
}

/** Collects units that are found by a key, so that equal headings share one. */
class UnitTable {
  private readonly units = new Map<string, number>();
  readonly keys: string[] = [];

  of(key: string): number {
    const known = this.units.get(key);
    if (known !== undefined) return known;
    this.units.set(key, this.keys.length);
    this.keys.push(key);
    return this.keys.length - 1;
  }
}

/** Turns labelled documents into numbers. */
export function buildDataset(
  documents: readonly LabelledDocument[],
  vocabulary: Vocabulary,
  weightOf: (document: LabelledDocument) => number,
): Dataset {
  const rows = documents.reduce((sum, { passages }) => sum + passages.length, 0);
  const labels = new Int8Array(rows);
  const signals = new Int8Array(rows);
  const weights = new Float32Array(rows);
  const documentOf = new Int32Array(rows);
  const sectionOf = new Int32Array(rows);
  const headingOf = new Int32Array(rows).fill(-1);
  const pathOf = new Int32Array(rows).fill(-1);
  const headings = new UnitTable();
  const paths = new UnitTable();
  const organisationTable = new UnitTable();
  const organisationOf = new Int32Array(rows);
  const layouts: Layout[] = [];
  const own = Int32Array.from({ length: rows }, (_, row) => row);
  const { dimensions } = vocabulary;

  const text = new Float32Array(rows * dimensions);
  const rules = new Float32Array(rows * RULES.length);
  const phrases = new Float32Array(rows * LEXICON_ENTRIES);
  const layout = new Float32Array(rows * LAYOUT_FEATURES.length);
  const reader = new RuleReader();
  const active = new Uint16Array(LAYOUT_ACTIVE);
  let row = 0;
  let sectionsBefore = 0;
  documents.forEach((document, at) => {
    const laidOut = layOut(document.passages);
    layouts.push(laidOut);
    document.passages.forEach((passage, index) => {
      labels[row] = labelIndex(passage.stage);
      signals[row] = signalIndex(passage);
      weights[row] = weightOf(document);
      documentOf[row] = at;
      organisationOf[row] = organisationTable.of(document.org);
      sectionOf[row] = sectionsBefore + (laidOut.section[index] ?? 0);
      const last = passage.headings.at(-1);
      if (last !== undefined) headingOf[row] = headings.of(last);
      if (passage.headings.length > 1) pathOf[row] = paths.of(passage.headings.slice(0, -1).join('\n'));
      meanVector(vocabulary, tokenStrings(passage.text), text, row * dimensions);
      const tokens = reader.read(passage.text);
      rules.set(reader.active, row * RULES.length);
      phrases.set(reader.entries, row * LEXICON_ENTRIES);
      layoutFeatures(document.passages, laidOut, index, tokens, active);
      for (const feature of active) layout[row * LAYOUT_FEATURES.length + feature] = 1;
      row++;
    });
    sectionsBefore += laidOut.sections;
  });

  const vectorsOf = (texts: readonly string[], unitOf: Int32Array): Features => {
    const values = new Float32Array(texts.length * dimensions);
    texts.forEach((one, unit) => {
      meanVector(vocabulary, tokenStrings(one), values, unit * dimensions);
    });
    return { width: dimensions, values, unitOf };
  };
  const rulesOf = (texts: readonly string[], unitOf: Int32Array): Features => {
    const values = new Float32Array(texts.length * RULES.length);
    texts.forEach((one, unit) => {
      reader.read(one);
      values.set(reader.active, unit * RULES.length);
    });
    return { width: RULES.length, values, unitOf };
  };
  const entriesOf = (texts: readonly string[], unitOf: Int32Array): Features => {
    const values = new Float32Array(texts.length * LEXICON_ENTRIES);
    texts.forEach((one, unit) => {
      reader.read(one);
      values.set(reader.entries, unit * LEXICON_ENTRIES);
    });
    return { width: LEXICON_ENTRIES, values, unitOf };
  };
  const titles = documents.map(({ title }) => title);
  const byText: Features = { width: dimensions, values: text, unitOf: own };
  const byPhrases: Features = { width: LEXICON_ENTRIES, values: phrases, unitOf: own };
  const byRules: Features = { width: RULES.length, values: rules, unitOf: own };
  return {
    documents,
    rows,
    labels,
    signals,
    weights,
    documentOf,
    organisationOf,
    organisations: organisationTable.keys,
    groups: {
      text: byText,
      heading: vectorsOf(headings.keys, headingOf),
      path: vectorsOf(paths.keys, pathOf),
      title: vectorsOf(titles, documentOf),
      section: meanByUnit(byText, sectionOf, sectionsBefore),
      document: meanByUnit(byText, documentOf, documents.length, DOCUMENT_DOUBT),
      outline: outlines(documents, documentOf, vocabulary),
      phrases: byPhrases,
      'document-phrases': meanByUnit(byPhrases, documentOf, documents.length, DOCUMENT_DOUBT),
      'heading-phrases': entriesOf(headings.keys, headingOf),
      rules: byRules,
      'heading-rules': rulesOf(headings.keys, headingOf),
      'title-rules': rulesOf(titles, documentOf),
      'document-rules': meanByUnit(byRules, documentOf, documents.length, DOCUMENT_DOUBT),
      lone: lonely(byText, documentOf, documents),
      'lone-rules': lonely(byRules, documentOf, documents),
      layout: { width: LAYOUT_FEATURES.length, values: layout, unitOf: own },
    },
  };
}

/** Means of row features over the rows of each unit and `doubt` more that hold nothing. */
function meanByUnit(features: Features, unitOf: Int32Array, units: number, doubt = 0): Features {
  const { values, width } = features;
  const means = new Float32Array(units * width);
  const sizes = new Float64Array(units);
  unitOf.forEach((unit, row) => {
    sizes[unit] = (sizes[unit] ?? 0) + 1;
    for (let d = 0; d < width; d++)
      means[unit * width + d] = (means[unit * width + d] ?? 0) + (values[row * width + d] ?? 0);
  });
  for (let slot = 0; slot < means.length; slot++)
    means[slot] = (means[slot] ?? 0) / ((sizes[Math.floor(slot / width)] ?? 0) + doubt || 1);
  return { width, values: means, unitOf };
}

/** Means over documents, in so far as these are lone passages. */
function lonely(features: Features, unitOf: Int32Array, documents: readonly LabelledDocument[]): Features {
  const means = meanByUnit(features, unitOf, documents.length);
  const { width } = means;
  documents.forEach(({ passages }, unit) => {
    for (let d = 0; d < width; d++)
      means.values[unit * width + d] = (means.values[unit * width + d] ?? 0) * loneliness(passages.length);
  });
  return means;
}

/** The distinct headings of a document in order of appearance. */
export function distinctHeadings(passages: readonly { readonly headings: readonly string[] }[]): string[] {
  const seen = new Set<string>();
  for (const { headings } of passages) for (const heading of headings) seen.add(heading);
  return [...seen];
}

/** Mean of the vectors of a document's distinct headings. */
function outlines(documents: readonly LabelledDocument[], documentOf: Int32Array, vocabulary: Vocabulary): Features {
  const { dimensions } = vocabulary;
  const values = new Float32Array(documents.length * dimensions);
  documents.forEach((document, unit) => {
    const distinct = distinctHeadings(document.passages);
    const one = new Float32Array(dimensions);
    for (const heading of distinct) {
      one.fill(0);
      meanVector(vocabulary, tokenStrings(heading), one, 0);
      for (let d = 0; d < dimensions; d++)
        values[unit * dimensions + d] = (values[unit * dimensions + d] ?? 0) + (one[d] ?? 0) / distinct.length;
    }
  });
  return { width: dimensions, values, unitOf: documentOf };
}
