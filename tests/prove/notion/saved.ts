import { resolve } from 'node:path';
import { savedPages } from '../../simulators/notion/saved-pages.ts';
import { startHarness } from './isolated.ts';
import { whenSettled } from './tab-state.ts';
import { withBrowser } from './with-browser.ts';

/** Time (ms) for the page to be parsed to its end before the extension's rest is waited for. */
const SETTLING_MS = 700;

/** What became of one saved page. */
export interface SavedPageResult {
  readonly page: string;
  readonly blocks: number;
  /** Leaves of prose that were read, and those that were not. */
  readonly read: number;
  readonly missed: number;
  /** Text that is no prose and was read all the same. */
  readonly decoysRead: number;
  /** Passages that the built extension marks. */
  readonly marks: number;
}

/** Reads every saved page of a folder under a `*.notion.site` address. @throws Error when the folder holds none. */
export async function readSavedPages(folder: string): Promise<SavedPageResult[]> {
  const saved = savedPages(resolve(folder));
  if (saved.pages.length === 0) throw new Error(`No .html pages in ${resolve(folder)}`);
  return withBrowser({ simulators: [saved], extension: null }, (plain) =>
    withBrowser({ simulators: [saved] }, async (extended) => {
      const results: SavedPageResult[] = [];
      for (const { file, url } of saved.pages) {
        const page = await plain.context.newPage();
        await page.goto(url, { waitUntil: 'domcontentloaded' });
        const harness = await startHarness(page, { unit: 'passage', watchFrames: false });
        await page.waitForTimeout(300);
        const read = await harness.run((held) => held.blocks('page').map((block) => block.text), null);
        const { prose, other } = await page.evaluate(sortLeaves);
        const missed = remaining(prose, read);
        const surplus = remaining(read, prose);
        const marked = await extended.context.newPage();
        await marked.goto(url, { waitUntil: 'domcontentloaded' });
        await marked.waitForTimeout(SETTLING_MS);
        const state = await whenSettled(extended, marked);
        const passages = state.surfaces.flatMap((surface) => surface.report?.passages ?? []);
        results.push({
          page: file,
          blocks: read.length,
          read: prose.length - missed.length,
          missed: missed.length,
          decoysRead: surplus.filter((text) => other.includes(text)).length,
          marks: passages.filter((passage) => passage.label !== 'none').length,
        });
        await page.close();
        await marked.close();
      }
      return results;
    }),
  );
}

/** What is in the first list beyond the second, each text as often as it stands there. */
function remaining(texts: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Runs in the page: all leaves with text, prose and others, told apart without the adapter's code. */
function sortLeaves(): { prose: string[]; other: string[] } {
  const prose: string[] = [];
  const other: string[] = [];
  const notProse =
    '.notion-collection_view-block, .notion-collection-item, .notion-code-block, .notion-bookmark-block, .notion-file-block, .notion-table_of_contents-block, .layout-chat';
  for (const leaf of document.querySelectorAll<HTMLElement>('[data-content-editable-leaf]')) {
    const text = (leaf.textContent ?? '').replaceAll('\u200B', '');
    const title = leaf.tagName === 'H1' && leaf.closest('.notion-page-content') === null;
    const inText = leaf.closest('.notion-page-content') !== null && leaf.closest(notProse) === null;
    (title || inText ? prose : other).push(text);
  }
  return { prose, other };
}
