import { browser } from 'wxt/browser';
import { DOCUMENT_MATCHES } from '../../lib/hosts/matches.ts';
import { callContent } from '../../lib/messaging/call.ts';
import type { Result } from '../../lib/messaging/envelope.ts';
import { followState } from '../../lib/messaging/state-port.ts';
import type { TabState } from '../../lib/model/tab.ts';
import { faults } from '../../lib/platform/faults.ts';
import type { TabClient, TabUpdate } from './tab-client.ts';

/** The state of a tab in which no content script answers. */
function silentTab(status: 'no-document' | 'needs-reload'): TabState {
  return { status, host: null, off: null, mode: 'all', surfaces: [], unplaced: 0, health: {} };
}

/** The client of one tab over messages and the state port. */
export function createLiveTab(tabId: number): TabClient {
  const done = (result: Result<unknown>) => {
    if (!result.ok) faults.note('asking the tab', result.error);
  };
  return {
    watch(listener, signal) {
      let answered = false;
      const changed = (state: TabState) => {
        answered = true;
        listener({ ok: true, state });
      };
      const ended = () => {
        if (answered) listener({ ok: false, error: 'unreachable' });
        else explainSilence(tabId).then(listener, () => listener({ ok: false, error: 'failed' }));
      };
      followState(tabId, changed, ended, signal);
    },
    async reveal(surfaceId, passageId) {
      const result = await callContent(tabId, 'reveal-passage', { surfaceId, passageId });
      if (result.ok) return result.value;
      return result.code === 'gone' ? 'gone' : 'failed';
    },
    chooseType: (surfaceId, type) => void callContent(tabId, 'set-document-type', { surfaceId, type }).then(done),
    setMode: (mode) => void callContent(tabId, 'set-mode', { mode }).then(done),
    setSwitch: (scope, on) => void callContent(tabId, 'set-switch', { scope, on }).then(done),
    snooze: (minutes) => void callContent(tabId, 'snooze', { minutes }).then(done),
    reloadTab: () => void browser.tabs.reload(tabId),
  };
}

/**
 * Why nobody answers in a tab. The addresses of other sites are hidden from Stagemark, so a tab found by the hosts' own
 * patterns holds a page that was opened before Stagemark came.
 */
async function explainSilence(tabId: number): Promise<TabUpdate> {
  const hosts = await browser.tabs.query({ url: [...DOCUMENT_MATCHES] });
  const onHost = hosts.some((tab) => tab.id === tabId);
  return { ok: true, state: silentTab(onHost ? 'needs-reload' : 'no-document') };
}

/** Stands for a window without a tab: there is no document, and nothing to steer. */
export const silentClient: TabClient = {
  watch: (listener) => listener({ ok: true, state: silentTab('no-document') }),
  reveal: async () => 'gone',
  chooseType: () => undefined,
  setMode: () => undefined,
  setSwitch: () => undefined,
  snooze: () => undefined,
  reloadTab: () => undefined,
};
