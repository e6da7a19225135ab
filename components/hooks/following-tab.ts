import { browser } from 'wxt/browser';
import { faults } from '../../lib/platform/faults.ts';
import { createLiveTab, silentClient } from './live-tab.ts';
import type { TabClient } from './tab-client.ts';

/**
 * A client of whatever tab is in front in this window: a panel stays open while its reader goes from tab to tab. It
 * connects again when the tab changes or has loaded another page.
 */
export function createFollowingTab(): TabClient {
  let current: TabClient = silentClient;
  return {
    watch(listener, signal) {
      let tabId: number | null = null;
      let connection = new AbortController();
      const connect = (id: number) => {
        tabId = id;
        connection.abort();
        connection = new AbortController();
        current = createLiveTab(id);
        current.watch(listener, AbortSignal.any([connection.signal, signal]));
      };
      const activated = ({ tabId: id, windowId }: { tabId: number; windowId: number }) => {
        if (windowId === ownWindow) connect(id);
      };
      const updated = (id: number, { status }: { status?: string }) => {
        if (id === tabId && status === 'complete') connect(id);
      };
      let ownWindow: number | undefined;
      browser.tabs.query({ active: true, currentWindow: true }).then(
        ([tab]) => {
          if (signal.aborted || tab?.id === undefined) return;
          ownWindow = tab.windowId;
          connect(tab.id);
        },
        (error: unknown) => faults.note('finding the tab', error),
      );
      browser.tabs.onActivated.addListener(activated);
      browser.tabs.onUpdated.addListener(updated);
      signal.addEventListener('abort', () => {
        browser.tabs.onActivated.removeListener(activated);
        browser.tabs.onUpdated.removeListener(updated);
        connection.abort();
      });
    },
    reveal: (surfaceId, passageId) => current.reveal(surfaceId, passageId),
    chooseType: (surfaceId, type) => current.chooseType(surfaceId, type),
    setMode: (mode) => current.setMode(mode),
    setSwitch: (scope, on) => current.setSwitch(scope, on),
    snooze: (minutes) => current.snooze(minutes),
    reloadTab: () => current.reloadTab(),
  };
}
