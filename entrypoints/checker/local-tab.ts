import type { TabClient } from '../../components/hooks/tab-client.ts';
import { GoneError } from '../../lib/messaging/serve.ts';
import type { RunningPage } from '../../lib/page/tab.ts';
import { faults } from '../../lib/platform/faults.ts';

/** A page of the extension asks itself: there is no other sender. */
const ITSELF = {};

/** The client of a document in this very page: what others ask by message is asked directly. */
export function createLocalTab(page: Promise<RunningPage | null>): TabClient {
  const ask = (what: (page: RunningPage) => unknown) => {
    page.then((running) => running && what(running)).catch((error: unknown) => faults.note('the checker', error));
  };
  return {
    watch(listener, signal) {
      ask(({ controller }) => {
        if (signal.aborted) return;
        controller.subscribe((state) => listener({ ok: true, state }), signal);
      });
    },
    async reveal(surfaceId, passageId) {
      try {
        return (await (await page)?.requests['reveal-passage']({ surfaceId, passageId }, ITSELF)) ?? 'failed';
      } catch (error) {
        if (error instanceof GoneError) return 'gone';
        faults.note('the checker', error);
        return 'failed';
      }
    },
    chooseType: (surfaceId, type) => ask(({ requests }) => requests['set-document-type']({ surfaceId, type }, ITSELF)),
    setMode: (mode) => ask(({ requests }) => requests['set-mode']({ mode }, ITSELF)),
    setSwitch: (scope, on) => ask(({ requests }) => requests['set-switch']({ scope, on }, ITSELF)),
    snooze: (minutes) => ask(({ requests }) => requests.snooze({ minutes }, ITSELF)),
    reloadTab: () => location.reload(),
  };
}
