import type { Block, PassageKind } from '../model/document.ts';
import type { Passage } from '../model/passage.ts';
import { hashText } from './hash.ts';
import { capBlocks, MAX_BLOCK_CHARACTERS, MAX_CHARACTERS } from './limits.ts';
import { countWords, isBlank } from './words.ts';

const DEEPEST_HEADING = 6;

/**
 * Makes passages of a document's blocks: everything with words that is neither title nor heading, each with the headings
 * above it. A heading closes those of its own and deeper levels; one that only repeats the title is left out. Texts are taken
 * as they are, so offsets into a passage are offsets into its block. The caps of `limits.ts` apply.
 *
 * @param previous the passages of the last reading: what is unchanged is taken from there as the same object, so reading again
 *   after an edit costs the edit.
 */
export function toPassages(blocks: readonly Block[], previous: readonly Passage[] = []): Passage[] {
  return afterEdits(blocks, previous) ?? readAll(blocks, previous);
}

/** What a list of passages was made of. */
interface Source {
  /** The blocks of a document of which nothing was cut. */
  readonly blocks: Block[];
  /** By block: the place of its passage, -1 where it is none. */
  readonly places: Int32Array;
  readonly characters: number;
}

/** The sources of lists that were not read again yet. */
const sources = new WeakMap<readonly Passage[], Source>();

/** The passages where since the last reading only blocks of single passages became others; null where more has changed. */
function afterEdits(blocks: readonly Block[], previous: readonly Passage[]): Passage[] | null {
  const source = sources.get(previous);
  if (source === undefined || source.blocks.length !== blocks.length) return null;
  const { blocks: before, places } = source;
  let { characters } = source;
  const changed: number[] = [];
  for (let place = 0; place < blocks.length; place++) {
    const block = blocks[place] as Block;
    const old = before[place] as Block;
    if (block === old) continue;
    const { kind, text } = block;
    const isBody = kind !== 'title' && kind !== 'heading' && !isBlank(text);
    if ((places[place] ?? -1) < 0 || !isBody || block.id !== old.id || text.length > MAX_BLOCK_CHARACTERS) return null;
    characters += text.length - old.text.length;
    changed.push(place);
  }
  if (characters > MAX_CHARACTERS) return null;
  const passages = previous.slice();
  for (const place of changed) {
    const block = blocks[place] as Block;
    const index = places[place] ?? 0;
    const old = passages[index] as Passage;
    passages[index] = again(old, block, index, old.headings) ?? fresh(block, block.kind as PassageKind, index, old);
    before[place] = block;
  }
  sources.delete(previous);
  sources.set(passages, { blocks: before, places, characters });
  return passages;
}

function readAll(blocks: readonly Block[], previous: readonly Passage[]): Passage[] {
  const known = new LastReading(previous);
  const path = new HeadingPath();
  const passages: Passage[] = [];
  const { blocks: capped, tooLong } = capBlocks(blocks);
  const places = new Int32Array(capped.length).fill(-1);
  let characters = 0;
  let title = '';
  capped.forEach((block, place) => {
    characters += block.text.length;
    if (isBlank(block.text)) return;
    if (block.kind === 'title') title ||= block.text.trim();
    else if (block.kind === 'heading') {
      const text = block.text.trim();
      if (text !== title) path.open(text, block.level);
    } else {
      const index = passages.length;
      places[place] = index;
      passages.push(again(known.find(block.id), block, index, path.headings) ?? fresh(block, block.kind, index, path));
    }
  });
  if (tooLong === 0) sources.set(passages, { blocks: blocks.slice(), places, characters });
  return passages;
}

/** The passages of the last reading, which are asked for in nearly the order they have: only where one is not next are all looked through. */
class LastReading {
  private readonly passages: readonly Passage[];
  private places: Map<string, number> | null = null;
  private next = 0;

  constructor(passages: readonly Passage[]) {
    this.passages = passages;
  }

  find(id: string): Passage | undefined {
    const { next, passages } = this;
    if (next < passages.length && passages[next]?.id === id) return passages[this.next++];
    this.places ??= new Map(passages.map((passage, place) => [passage.id, place]));
    const place = this.places.get(id);
    if (place === undefined) return undefined;
    this.next = place + 1;
    return passages[place];
  }
}

/** The passage of the last reading, where the block still is what it was. */
function again(
  old: Passage | undefined,
  block: Block,
  index: number,
  headings: readonly string[],
): Passage | undefined {
  if (old === undefined || old.text !== block.text || old.kind !== block.kind || !sameHeadings(old.headings, headings))
    return undefined;
  const level = listLevel(block);
  return old.index === index && old.level === level ? old : { ...old, index, level };
}

/** @param above where the headings of the passage are told. */
function fresh(block: Block, kind: PassageKind, index: number, { headings }: Pick<Passage, 'headings'>): Passage {
  return {
    id: block.id,
    index,
    kind,
    headings,
    level: listLevel(block),
    text: block.text,
    hash: hashText(kind, pathHash(headings), block.text),
    words: countWords(block.text),
  };
}

const pathHashes = new WeakMap<readonly string[], string>();

/** Hash of a heading path; made once an array. */
function pathHash(headings: readonly string[]): string {
  if (headings.length === 0) return '';
  let hash = pathHashes.get(headings);
  if (hash === undefined) {
    hash = hashText(...headings);
    pathHashes.set(headings, hash);
  }
  return hash;
}

function listLevel(block: Block): number {
  return block.kind === 'list-item' && Number.isFinite(block.level) ? Math.max(0, Math.floor(block.level)) : 0;
}

function sameHeadings(first: readonly string[], second: readonly string[]): boolean {
  return (
    first === second || (first.length === second.length && first.every((heading, index) => heading === second[index]))
  );
}

/** The headings that are open at one place of the document. Passages under the same headings share one array. */
class HeadingPath {
  headings: readonly string[] = [];
  private levels: number[] = [];

  open(text: string, level: number): void {
    const own = Number.isFinite(level) ? Math.min(Math.max(Math.floor(level), 1), DEEPEST_HEADING) : 1;
    let keep = this.levels.length;
    while (keep > 0 && (this.levels[keep - 1] ?? 0) >= own) keep--;
    this.levels = [...this.levels.slice(0, keep), own];
    this.headings = [...this.headings.slice(0, keep), text];
  }
}
