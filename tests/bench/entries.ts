import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { type DocumentInput, NO_ADJUSTMENTS } from '../../lib/classifier/contract.ts';
import type { Block } from '../../lib/model/document.ts';
import type { Passage } from '../../lib/model/passage.ts';
import { splitAndHash, WordTable } from './floor.ts';

/**
 * Something that reads a text, ready to run. `pass` reads the whole text; `edit` takes the text after one word changed in
 * paragraph `index` and does whatever its maker offers for that (most: the whole text again, or that paragraph alone).
 */
export interface Reader {
  pass(paragraphs: readonly string[]): Promise<void> | void;
  /** Null where the maker offers nothing that reads less than the whole text. */
  edit: ((paragraphs: readonly string[], index: number) => Promise<void> | void) | null;
}

export interface Entry {
  readonly name: string;
  /** Loads code and data; its time is part of the cold start. */
  load(): Promise<Reader>;
  /** Largest text this entry is measured on, in words: the slow ones would take minutes on more. */
  readonly mostWords: number;
  /** Left out of the quick run. */
  readonly slow: boolean;
}

/** More words than any paragraph has. */
const MOST_WORDS = 4_096;

const PEERS = join(import.meta.dirname, 'peers', 'peers.mjs');

/** Loads one of the peers from their own package. */
function peer(name: string): () => Promise<Reader> {
  return async () => {
    const { peers } = (await import(pathToFileURL(PEERS).href)) as { peers: Record<string, () => Promise<Reader>> };
    const load = peers[name];
    if (load === undefined) throw new RangeError(`No peer is called ${name}`);
    return load();
  };
}

async function stagemark(): Promise<Reader> {
  const [{ createClassifier }, { hashText }] = await Promise.all([
    import('../../lib/classifier/classify.ts'),
    import('../../lib/text/hash.ts'),
  ]);
  const input = (text: string): DocumentInput['passages'][number] => ({
    kind: 'paragraph',
    headings: [],
    text,
    hash: hashText(text),
  });
  let classifier = createClassifier();
  let passages: DocumentInput['passages'][number][] = [];
  return {
    pass(paragraphs) {
      classifier = createClassifier();
      passages = paragraphs.map(input);
      classifier.update({ title: '', passages }, NO_ADJUSTMENTS);
      while (!classifier.step(1_000, 0));
      classifier.verdicts();
    },
    edit(paragraphs, index) {
      passages = passages.slice();
      passages[index] = input(paragraphs[index] ?? '');
      classifier.update({ title: '', passages }, NO_ADJUSTMENTS);
      while (!classifier.step(1_000, index));
      classifier.verdicts();
    },
  };
}

/** As the page does it: passages of blocks, those of the last reading used again, then their labels. */
async function stagemarkPage(): Promise<Reader> {
  const [{ createClassifier }, { toPassages }] = await Promise.all([
    import('../../lib/classifier/classify.ts'),
    import('../../lib/text/passages.ts'),
  ]);
  const blockOf = (text: string, index: number): Block => ({ id: `b${index}`, kind: 'paragraph', level: 0, text });
  let classifier = createClassifier();
  let blocks: Block[] = [];
  let passages: readonly Passage[] = [];
  const label = (from: number) => {
    passages = toPassages(blocks, passages);
    classifier.update({ title: '', passages }, NO_ADJUSTMENTS);
    while (!classifier.step(1_000, from));
    classifier.verdicts();
  };
  return {
    pass(paragraphs) {
      classifier = createClassifier();
      passages = [];
      blocks = paragraphs.map(blockOf);
      label(0);
    },
    edit(paragraphs, index) {
      blocks = blocks.slice();
      blocks[index] = blockOf(paragraphs[index] ?? '', index);
      label(index);
    },
  };
}

async function grammar(): Promise<Reader> {
  const [{ findGrammar }, { splitSentences }] = await Promise.all([
    import('../../lib/classifier/grammar.ts'),
    import('../../lib/text/sentences.ts'),
  ]);
  const sentencesOf = (text: string) => splitSentences(text).map(([start, end]) => text.slice(start, end));
  return {
    pass: (paragraphs) => void findGrammar(paragraphs.flatMap(sentencesOf)),
    edit: (paragraphs, index) => void findGrammar(sentencesOf(paragraphs[index] ?? '').slice(-1)),
  };
}

async function floor(): Promise<Reader> {
  const words = new WordTable(MOST_WORDS);
  /** Every count ends up here, so that the work cannot be left out. */
  const sink = { value: 0 };
  return {
    pass(paragraphs) {
      for (const text of paragraphs) sink.value += splitAndHash(text, words);
    },
    edit(paragraphs, index) {
      sink.value += splitAndHash(paragraphs[index] ?? '', words);
    },
  };
}

async function compromise(): Promise<Reader> {
  const { default: nlp } = await import('compromise/two');
  return {
    pass: (paragraphs) => paragraphs.forEach((text) => void nlp(text)),
    edit: (paragraphs, index) => void nlp(paragraphs[index] ?? ''),
  };
}

/** Everything that is measured, the floor and Stagemark first. */
export const ENTRIES: readonly Entry[] = [
  { name: 'floor', load: floor, mostWords: 200_000, slow: false },
  { name: 'stagemark', load: stagemark, mostWords: 200_000, slow: false },
  { name: 'stagemark-page', load: stagemarkPage, mostWords: 200_000, slow: false },
  { name: 'stagemark-grammar', load: grammar, mostWords: 200_000, slow: false },
  { name: 'write-good', load: peer('write-good'), mostWords: 200_000, slow: false },
  { name: 'compromise', load: compromise, mostWords: 200_000, slow: false },
  { name: 'alex', load: peer('alex'), mostWords: 200_000, slow: true },
  { name: 'harper.js', load: peer('harper.js'), mostWords: 50_000, slow: true },
  { name: 'textlint', load: peer('textlint'), mostWords: 50_000, slow: true },
];
