import type { VNode } from 'preact';
import { Checker, type CheckerText } from '../../../components/checker/Checker.tsx';
import type { TabUpdate } from '../../../components/hooks/tab-client.ts';
import { LedgerView } from '../../../components/ledger/LedgerView.tsx';
import { OptionsView } from '../../../components/options/OptionsView.tsx';
import { PanelView } from '../../../components/panel/PanelView.tsx';
import { PopupView } from '../../../components/popup/PopupView.tsx';
import releases from '../../../components/release-notes/releases.json';
import { ReviewSection } from '../../../components/review/ReviewSection.tsx';
import { TrustView } from '../../../components/trust/TrustView.tsx';
import { Welcome } from '../../../components/welcome/Welcome.tsx';
import type { Report } from '../../../lib/model/report.ts';
import { checkOf } from '../../../lib/review/comparison.ts';
import { fittingReport } from '../../dom/components/fixtures/reports.ts';
import {
  fixtureAccuracy,
  fixtureLedgerClient,
  fixtureSettingsClient,
  freshSettings,
  managedSettings,
  usedLedger,
  usedSettings,
} from '../../dom/components/fixtures/settings.ts';
import { fixtureClient, TAB_FIXTURES } from '../../dom/components/fixtures/tabs.ts';

type Views = Readonly<Record<string, () => VNode>>;

const COMMANDS = [
  { keys: 'Alt+Shift+Down', does: 'Next passage' },
  { keys: 'Alt+Shift+W', does: 'Why this stage?' },
];
const NOON = Date.UTC(2026, 10, 24, 12);
const nothing = () => undefined;
const done = async () => ({ ok: true }) as const;

function review(surfaceId: string, report: Report) {
  return (
    <ReviewSection
      surfaceId={surfaceId}
      report={report}
      checks={{ read: async () => checkOf(fittingReport, NOON), write: async () => undefined }}
      now={() => NOON}
      onCopy={async () => undefined}
      onPrint={nothing}
    />
  );
}

function perTab(view: (update: TabUpdate | null) => VNode): Views {
  return Object.fromEntries(Object.entries(TAB_FIXTURES).map(([state, update]) => [state, () => view(update)]));
}

/** The checker's text without an editor: what stands in its place is not what these pictures are about. */
function text(blank: boolean, error: string | null): CheckerText {
  return {
    mount(place) {
      if (place.childElementCount > 0) return;
      place.innerHTML = blank
        ? '<div class="checker-text" role="textbox" tabindex="0" aria-label="Your document" aria-multiline="true" contenteditable="true"></div>'
        : `<div class="checker-text" role="textbox" tabindex="0" aria-label="Your document" aria-multiline="true" contenteditable="true"><h1>Scheduling for small clinics</h1><h2>Priorities</h2>${'<p>Migrate the booking API to v2, backfill the events table and remove the old cron job.</p><ul><li><p>Roll out to 5 %, then 25 %</p></li><li><p>Release notes</p></li></ul><blockquote><p>The computer forgets, the pad does not.</p></blockquote><table><tbody><tr><td><p>R1</p></td><td><p>Undo is offered for ten seconds</p></td></tr></tbody></table>'.repeat(4)}</div>`;
    },
    open: async () => (error === null ? null : { key: error, values: ['plan.pdf'] }),
    clear: nothing,
    watchBlank: (listener) => listener(blank),
  };
}

function checker(state: string, blank: boolean): () => VNode {
  const update = TAB_FIXTURES[state] ?? null;
  const document = text(blank, null);
  const client = fixtureClient(update);
  return () => (
    <Checker document={document} client={client} onPage={nothing} onSample={nothing} onSave={nothing} review={review} />
  );
}

const typicalClient = fixtureClient(TAB_FIXTURES.typical ?? null);
const welcomeText = text(false, null);

const stored = [
  { key: 'preferences', bytes: 212 },
  { key: 'corrections', bytes: 5120 },
  { key: 'ledger', bytes: 12_480 },
];

/** Every surface with every state it can be in. */
export const SURFACES: Readonly<Record<string, Views>> = {
  popup: {
    ...perTab((update) => (
      <PopupView
        update={update}
        client={fixtureClient(update)}
        commands={COMMANDS}
        onPanel={nothing}
        onPage={nothing}
      />
    )),
    news: () => (
      <PopupView
        update={TAB_FIXTURES.typical ?? null}
        client={typicalClient}
        commands={COMMANDS}
        onPanel={nothing}
        onPage={nothing}
        news={{ read: async () => releases.at(-1) ?? null, dismiss: async () => undefined }}
      />
    ),
  },
  panel: perTab((update) => (
    <PanelView update={update} client={fixtureClient(update)} commands={COMMANDS} onPage={nothing} review={review} />
  )),
  checker: {
    blank: checker('empty', true),
    typical: checker('typical', false),
    long: checker('long', false),
    'too-short': checker('too-short', false),
    loading: checker('loading', true),
  },
  options: {
    loading: () => <OptionsView settings={null} client={fixtureSettingsClient(freshSettings)} onSaveFile={nothing} />,
    fresh: () => (
      <OptionsView settings={freshSettings} client={fixtureSettingsClient(freshSettings)} onSaveFile={nothing} />
    ),
    typical: () => (
      <OptionsView settings={usedSettings} client={fixtureSettingsClient(usedSettings)} onSaveFile={nothing} />
    ),
    managed: () => (
      <OptionsView settings={managedSettings} client={fixtureSettingsClient(managedSettings)} onSaveFile={nothing} />
    ),
  },
  ledger: {
    loading: () => <LedgerView ledger={null} client={fixtureLedgerClient} onSaveFile={nothing} />,
    empty: () => <LedgerView ledger={[]} client={fixtureLedgerClient} onSaveFile={nothing} />,
    first: () => <LedgerView ledger={usedLedger.slice(0, 1)} client={fixtureLedgerClient} onSaveFile={nothing} />,
    typical: () => <LedgerView ledger={usedLedger} client={fixtureLedgerClient} onSaveFile={nothing} />,
  },
  trust: {
    loading: () => (
      <TrustView permissions={['storage']} stored={null} agreement={null} accuracy={null} onDelete={done} />
    ),
    fresh: () => (
      <TrustView
        permissions={['storage', 'contextMenus']}
        stored={[]}
        agreement={{ corrected: 0, confirmed: 0 }}
        accuracy={null}
        onDelete={done}
      />
    ),
    typical: () => (
      <TrustView
        permissions={['storage', 'contextMenus', 'scripting', 'sidePanel']}
        stored={stored}
        agreement={{ corrected: 18, confirmed: 6 }}
        accuracy={fixtureAccuracy}
        onDelete={done}
      />
    ),
  },
  welcome: {
    typical: () => (
      <Welcome client={typicalClient} mountEditor={welcomeText.mount} onChecker={nothing} onOptions={nothing} />
    ),
  },
};
