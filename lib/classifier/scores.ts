import { ALL_SIGNALS } from '../model/stage.ts';
import { senseWeight, type WriterHand, type WriterPhrase } from './hand.ts';
import { type Model, OUTPUTS, SIGNAL_OUTPUTS } from './model.ts';
import { addPhrases, addProduct, addRules, type ModelIndex, TextReader } from './reader.ts';

/**
 * What one text contributes, by name of the part. `own` is what the passage says of itself; `section` and `document` are what it
 * adds to the means over its section and document. Each part is OUTPUTS numbers, then SIGNAL_OUTPUTS for the signals.
 */
const PASSAGE_PARTS = { own: 0, section: 1, document: 2 } as const;
export const PART_SIZE = OUTPUTS + SIGNAL_OUTPUTS;
export const PASSAGE_SIZE = PART_SIZE * Object.keys(PASSAGE_PARTS).length;
export const SECTION_AT = PART_SIZE * PASSAGE_PARTS.section;
export const DOCUMENT_AT = PART_SIZE * PASSAGE_PARTS.document;

/** Turns texts into contributions; keeps those of headings, because many passages share one. */
export class Scorer {
  readonly reader: TextReader;
  private readonly hand: WriterHand;
  readonly model: Model;
  readonly index: ModelIndex;

  constructor(index: ModelIndex, hand: WriterHand) {
    this.index = index;
    this.model = index.model;
    this.hand = hand;
    this.reader = new TextReader(index, hand);
  }

  /** Contributions of a passage's text: PASSAGE_SIZE numbers at `offset` of `out`. @returns how many tokens it has. */
  passage(text: string, out: Float64Array, offset: number): number {
    const { model, reader } = this;
    reader.read(text);
    out.fill(0, offset, offset + PASSAGE_SIZE);
    addProduct(reader.mean, model.channels.text, OUTPUTS, out, offset);
    addRules(reader.active, model.rules.rules, OUTPUTS, out, offset);
    addPhrases(reader.phrases, model.phraseWeights, OUTPUTS, out, offset);
    addProduct(reader.mean, model.signalChannels.text, SIGNAL_OUTPUTS, out, offset + OUTPUTS);
    addRules(reader.active, model.signalRules, SIGNAL_OUTPUTS, out, offset + OUTPUTS);
    addProduct(reader.mean, model.channels.section, OUTPUTS, out, offset + SECTION_AT);
    addProduct(reader.mean, model.signalChannels.section, SIGNAL_OUTPUTS, out, offset + SECTION_AT + OUTPUTS);
    addProduct(reader.mean, model.channels.document, OUTPUTS, out, offset + DOCUMENT_AT);
    addRules(reader.active, model.rules['document-rules'], OUTPUTS, out, offset + DOCUMENT_AT);
    for (const { sense } of this.hand.found(reader.tokens)) {
      for (let k = 0; k < OUTPUTS; k++) out[offset + k] = (out[offset + k] ?? 0) + senseWeight(sense, k);
      if (sense.signal === null) continue;
      const signal = offset + OUTPUTS + ALL_SIGNALS.indexOf(sense.signal);
      out[signal] = (out[signal] ?? 0) + sense.weight;
    }
    const taught = this.hand.taught(reader.tokens);
    if (taught !== null) for (let k = 0; k < OUTPUTS; k++) out[offset + k] = (out[offset + k] ?? 0) + (taught[k] ?? 0);
    return reader.tokens.count;
  }

  /** The writer's phrases in the text that was read last. */
  writerPhrases(): WriterPhrase[] {
    return this.hand.found(this.reader.tokens);
  }

  /** What the writer's corrections taught about the words of the text that was read last, by output; null where nothing. */
  taughtWeights(): Float64Array | null {
    return this.hand.taught(this.reader.tokens);
  }

  /** Contributions of the heading right above a passage: PART_SIZE numbers. */
  heading(text: string): Float64Array {
    const { model, reader } = this;
    const out = new Float64Array(PART_SIZE);
    reader.read(text);
    addProduct(reader.mean, model.channels.heading, OUTPUTS, out, 0);
    addRules(reader.active, model.rules['heading-rules'], OUTPUTS, out, 0);
    addPhrases(reader.phrases, model.headingPhraseWeights, OUTPUTS, out, 0);
    addProduct(reader.mean, model.signalChannels.heading, SIGNAL_OUTPUTS, out, OUTPUTS);
    return out;
  }

  /** Contributions of the headings above that one, read as one text. */
  path(text: string): Float64Array {
    const out = new Float64Array(PART_SIZE);
    this.reader.read(text);
    addProduct(this.reader.mean, this.model.channels.path, OUTPUTS, out, 0);
    return out;
  }

  title(text: string): Float64Array {
    const out = new Float64Array(PART_SIZE);
    this.reader.read(text);
    addProduct(this.reader.mean, this.model.channels.title, OUTPUTS, out, 0);
    addProduct(this.reader.mean, this.model.signalChannels.title, SIGNAL_OUTPUTS, out, OUTPUTS);
    return out;
  }

  /** What one of a document's distinct headings adds to the mean over them. */
  outline(text: string): Float64Array {
    const out = new Float64Array(PART_SIZE);
    this.reader.read(text);
    addProduct(this.reader.mean, this.model.channels.outline, OUTPUTS, out, 0);
    return out;
  }
}
