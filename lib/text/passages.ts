import type { Block, PassageKind } from '../model/document.ts';
import type { Passage } from '../model/passage.ts';
import { hashText } from './hash.ts';
import { capBlocks } from './limits.ts';
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
  const known = new LastReading(previous);
  const path = new HeadingPath();
  const passages: Passage[] = [];
  let title = '';
  for (const block of capBlocks(blocks).blocks) {
    if (isBlank(block.text)) continue;
    if (block.kind === 'title') title ||= block.text.trim();
    else if (block.kind === 'heading') {
      const text = block.text.trim();
      if (text !== title) path.open(text, block.level);
    } else {
      const index = passages.length;
      passages.push(again(known.find(block.id), block, index, path.headings) ?? fresh(block, block.kind, index, path));
    }
  }
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

function fresh(block: Block, kind: PassageKind, index: number, path: HeadingPath): Passage {
  return {
    id: block.id,
    index,
    kind,
    headings: path.headings,
    level: listLevel(block),
    text: block.text,
    hash: hashText(kind, path.hash, block.text),
    words: countWords(block.text),
  };
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
  hash = '';
  private levels: number[] = [];

  open(text: string, level: number): void {
    const own = Number.isFinite(level) ? Math.min(Math.max(Math.floor(level), 1), DEEPEST_HEADING) : 1;
    let keep = this.levels.length;
    while (keep > 0 && (this.levels[keep - 1] ?? 0) >= own) keep--;
    this.levels = [...this.levels.slice(0, keep), own];
    this.headings = [...this.headings.slice(0, keep), text];
    this.hash = hashText(...this.headings);
  }
}
