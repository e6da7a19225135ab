import type { DocumentNews } from '../messaging/document-client.ts';
import type { Block } from '../model/document.ts';
import type { PassageReport } from '../model/report.ts';
import { shorten } from '../text/shorten.ts';

/** UTF-16 units of a passage that a list shows. */
const EXCERPT_LENGTH = 160;

/** What is known of a passage, and the block that it was said about. */
export type KnownPassage = DocumentNews['rows'][number];

/** What the background said about the passages of one document, by block id. */
export class KnownPassages {
  private readonly rows = new Map<string, KnownPassage>();
  private readonly excerpts = new WeakMap<KnownPassage, string>();

  take(rows: readonly KnownPassage[]): void {
    for (const row of rows) this.rows.set(row.id, row);
  }

  /** What is known of a block as it stands; null for one that changed since, or that is no passage. */
  of(block: Block | undefined): KnownPassage | null {
    if (block === undefined) return null;
    const row = this.rows.get(block.id);
    return row !== undefined && row.block.text === block.text && row.block.kind === block.kind ? row : null;
  }

  /** Forgets blocks that are gone, once they are the greater part. */
  retain(blocks: readonly Block[]): void {
    if (this.rows.size <= 2 * blocks.length + 64) return;
    const here = new Set(blocks.map(({ id }) => id));
    for (const id of this.rows.keys()) if (!here.has(id)) this.rows.delete(id);
  }

  /** The passages among the blocks as panel and strip list them. @param staged false where nothing is said of stages. */
  list(blocks: readonly Block[], staged: boolean): PassageReport[] {
    const passages: PassageReport[] = [];
    for (const block of blocks) {
      const row = this.of(block);
      if (row === null) continue;
      const { id, label, signal, confidence, by, words, heading } = row;
      const said = staged
        ? { label, signal, confidence, by }
        : ({ label: 'none', signal: null, confidence: 0, by: 'model' } as const);
      passages.push({ id, index: passages.length, ...said, words, heading, excerpt: this.excerptOf(row) });
    }
    return passages;
  }

  private excerptOf(row: KnownPassage): string {
    let excerpt = this.excerpts.get(row);
    if (excerpt === undefined) {
      excerpt = shorten(row.block.text, EXCERPT_LENGTH);
      this.excerpts.set(row, excerpt);
    }
    return excerpt;
  }
}
