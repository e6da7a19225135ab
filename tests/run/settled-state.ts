import type { Page } from 'playwright-core';
import { type TabState, tabStateSchema } from '../../lib/model/tab.ts';

/** How long a sample may take to be read and labelled before it is told as it is. */
const READY_MS = 30_000;

/** How long a state must stay the same to be taken as final: hosts load late parts of a document after the first ones. */
const STEADY_MS = 2_000;

/** Asks the content script of a tab for its state, from a page of the extension, until it is settled and steady. */
export async function settledState(asker: Page, tabId: number): Promise<TabState> {
  const deadline = Date.now() + READY_MS;
  let last = '';
  let since = Date.now();
  for (;;) {
    const answer: unknown = await asker.evaluate(
      (id) => chrome.tabs.sendMessage(id, { kind: 'get-state' }, { frameId: 0 }).catch(() => null),
      tabId,
    );
    const state = tabStateSchema.safeParse(Reflect.get(Object(answer), 'value'));
    if (state.success) {
      const now = JSON.stringify(state.data.surfaces);
      if (now !== last) since = Date.now();
      last = now;
      const { status, surfaces } = state.data;
      const settled = surfaces.length > 0 && surfaces.every((surface) => surface.report !== null && surface.settled);
      const steady = Date.now() - since > STEADY_MS;
      if ((status === 'ready' && settled && steady) || Date.now() > deadline) return state.data;
    } else if (Date.now() > deadline) throw new Error('The extension did not answer in this tab.');
    await asker.waitForTimeout(200);
  }
}
