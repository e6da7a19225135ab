import { expect } from 'vitest';
import { type TabState, tabStateSchema } from '../../lib/model/tab.ts';

/** What a content script answers, before it is parsed. */
export interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly code?: string;
  readonly error?: string;
}

/** Asks the content script of a tab; a silent tab answers with the code `silent`. */
export type Ask = (tabId: number, kind: string, request?: object) => Promise<Answer>;

/** What a failed wait tells of the last state: where it stood, without the document's text. */
function sketch(state: TabState | null): string {
  if (state === null) return 'no answer';
  const { status, off, mode, unplaced, surfaces } = state;
  const each = surfaces.map(({ id, settled, progress, report }) => {
    const passages = report?.passages.length ?? null;
    return { id, settled, progress, review: report?.state ?? null, passages };
  });
  return JSON.stringify({ status, off, mode, unplaced, surfaces: each });
}

/** Waits until the tab's state is as wanted. @returns it. */
export async function reachState(ask: Ask, tabId: number, wanted: (state: TabState) => boolean): Promise<TabState> {
  let last: TabState | null = null;
  await expect
    .poll(async () => {
      const read = tabStateSchema.safeParse((await ask(tabId, 'get-state')).value);
      last = read.success ? read.data : null;
      return last !== null && wanted(last) ? 'as wanted' : sketch(last);
    })
    .toBe('as wanted');
  if (last === null) throw new Error('There is no state.');
  return last;
}
