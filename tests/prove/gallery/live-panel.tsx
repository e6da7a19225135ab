import { Panel } from '../../../components/panel/Panel.tsx';
import { tabStateSchema } from '../../../lib/model/tab.ts';
import { longReport } from '../../dom/components/fixtures/reports.ts';
import { fixtureClient } from '../../dom/components/fixtures/tabs.ts';

declare global {
  interface Window {
    /** Brings another state of a document of 2,000 passages into the panel. @returns milliseconds until it is laid out. */
    pushState?: () => Promise<number>;
  }
}

/** The panel as it is while somebody types: states come in as they do over the port, read with the same schema. */
export function livePanel() {
  const client = {
    ...fixtureClient(null),
    watch(listener: Parameters<ReturnType<typeof fixtureClient>['watch']>[0]) {
      let round = 0;
      window.pushState = async () => {
        round++;
        const raw = structuredClone(stateOf(round));
        const start = performance.now();
        listener({ ok: true, state: tabStateSchema.parse(raw) });
        // Rendering waits for the next microtasks; a message comes after them.
        await new Promise((done) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = done;
          channel.port2.postMessage(null);
        });
        // Reading a size makes the browser lay out what was rendered.
        document.body.getBoundingClientRect();
        return performance.now() - start;
      };
    },
  };
  return <Panel client={client} readCommands={async () => []} onPage={() => undefined} />;
}

function stateOf(round: number) {
  const report = longReport(2000);
  const passages = report.passages.map((passage, index) =>
    index === 700 ? { ...passage, excerpt: `${passage.excerpt} ${round}`, words: passage.words + round } : passage,
  );
  const surface = { id: 's1', kind: 'page', progress: 1, settled: true, activePassage: 'p700' };
  return {
    status: 'ready',
    host: 'google-docs',
    off: null,
    mode: 'all',
    surfaces: [{ ...surface, report: { ...report, passages } }],
    unplaced: 0,
    health: {},
  };
}
