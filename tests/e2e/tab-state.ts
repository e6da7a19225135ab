import { expect } from 'vitest';
import { type TabState, tabStateSchema } from '../../lib/model/tab.ts';

/** How long a state is waited for, in milliseconds: generous, for machines that do much at once. */
const PATIENCE_MS = 40_000;

/** What a content script answers, before it is parsed. */
export interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly code?: string;
  readonly error?: string;
}

/** Asks the content script of a tab; a silent tab answers with the code `silent`. */
export type Ask = (tabId: number, kind: string, request?: object) => Promise<Answer>;

/** Waits until the tab's state is as wanted. @returns it. */
export async function reachState(ask: Ask, tabId: number, wanted: (state: TabState) => boolean): Promise<TabState> {
  let last: TabState | null = null;
  await expect
    .poll(
      async () => {
        const read = tabStateSchema.safeParse((await ask(tabId, 'get-state')).value);
        last = read.success ? read.data : null;
        return last !== null && wanted(last);
      },
      { timeout: PATIENCE_MS, interval: 200 },
    )
    .toBe(true);
  if (last === null) throw new Error('There is no state.');
  return last;
}
