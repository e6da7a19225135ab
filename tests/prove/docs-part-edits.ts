import { heap } from './docs-heap.ts';
import { launch, openDriven, type Say, type Scale, stopAndCount } from './docs-open.ts';

/** Documents on which edits are made, and their share of all edits. The repaint is done by the run itself, at once. */
const DOCUMENTS: readonly (readonly [query: string, share: number])[] = [
  ['doc=sample&runs=style', 0.4],
  ['doc=zoo&runs=mixed&pages=2', 0.3],
  ['doc=sample&runs=word&zoom=125', 0.15],
  ['doc=zoo&runs=style&pageless=1&pages=2', 0.15],
];
const NO_REPAINT = 'lag=100000000';
const EDITS = 10_000;
const BATCH = 100;

export interface EditFigures {
  readonly count: number;
  readonly mismatches: number;
  readonly wrongFrames: number;
  readonly missingFramesElsewhere: number;
}

/** Makes random edits and looks at every state that could be painted. */
export async function proveEdits(
  scale: Scale,
  say: Say,
): Promise<{
  readonly figures: EditFigures;
  readonly setSelectionCalls: number;
  readonly leftoverNodes: number;
  readonly notes: readonly string[];
}> {
  const figures = { count: 0, mismatches: 0, wrongFrames: 0, missingFramesElsewhere: 0 };
  const sums = { setSelectionCalls: 0, leftoverNodes: 0 };
  const notes: string[] = [];
  let missingFramesEdited = 0;
  let refused = 0;
  const browser = await launch(1, false);
  try {
    for (const [query, share] of DOCUMENTS) {
      const count = Math.round((scale.quick ? EDITS / 10 : EDITS) * share);
      const page = await openDriven(browser, `${NO_REPAINT}&${query}`);
      await page.evaluate(() => window.__driver.useSession(true));
      const session = await browser.context.newCDPSession(page);
      const heapBefore = await heap(session);
      let result = null;
      for (let done = 0; done < count; done += BATCH) {
        if (done % 500 === 0) say(`Edits: ${query}, ${done} of ${count}`);
        result = await page.evaluate(([seed, batch]) => window.__driver.edits(seed, batch), [
          scale.seed,
          Math.min(BATCH, count - done),
        ] as const);
      }
      if (result !== null) {
        figures.count += result.count;
        figures.mismatches += result.mismatches;
        figures.wrongFrames += result.wrongFrames;
        figures.missingFramesElsewhere += result.missingFramesElsewhere;
        missingFramesEdited = Math.max(missingFramesEdited, result.missingFramesEdited);
        refused += result.refused;
        notes.push(...result.findings);
      }
      notes.push(
        `${query}: heap ${heapBefore.toFixed(1)} MB before and ${(await heap(session)).toFixed(1)} MB after ${count} edits`,
      );
      const left = await stopAndCount(page);
      sums.setSelectionCalls += left.setSelectionCalls;
      sums.leftoverNodes += left.leftoverNodes;
      await page.close();
    }
  } finally {
    await browser.close();
  }
  notes.push(`States in which an edited passage had lost all its marks: at most ${missingFramesEdited} after an edit`);
  notes.push(`Passages left unmarked because equal short texts could not be told apart, over all edits: ${refused}`);
  return { figures, ...sums, notes };
}
