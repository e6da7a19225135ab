import { describe, expect, it } from 'vitest';
import { createSettingsService } from '../../../lib/background/settings-service.ts';
import type { Ledger } from '../../../lib/ledger/schema.ts';
import type { HostKind } from '../../../lib/model/document.ts';
import type { Report } from '../../../lib/model/report.ts';
import { keepLedger, LEDGER_QUIET_MS } from '../../../lib/page/ledger-keeper.ts';
import { createItems, readSettings } from '../../../lib/settings/settings.ts';
import { typicalReport } from '../../dom/components/fixtures/reports.ts';
import { fakeArea } from '../settings/fake-area.ts';
import { fakeClock } from './fakes.ts';

interface Options {
  readonly editable?: boolean;
  readonly hostKind?: HostKind;
  /** Whether the writer wants a ledger. */
  readonly wanted?: boolean;
}

/** A page's keeper before the background that keeps. */
function start({ editable = true, hostKind = 'notion', wanted = true }: Options = {}) {
  const clock = fakeClock(Date.UTC(2026, 4, 1, 12));
  let entries: Ledger = [];
  const items = createItems(fakeArea({ preferences: { version: 1, data: { ledger: wanted } } }));
  const settings = createSettingsService({
    items,
    ledger: {
      async update(change) {
        entries = change(entries);
      },
    },
    read: () => readSettings(items, fakeArea()),
    clock,
    changed: () => undefined,
  });
  let tell: () => void = () => undefined;
  let seen: { report: Report; settled: boolean } = { report: typicalReport, settled: false };
  keepLedger(
    {
      hostKind,
      controller: {
        onChange(listener) {
          tell = listener;
        },
        sessions: () => [{ surface: { id: 'notion:1' }, head: () => seen.report, isSettled: () => seen.settled }],
        isEditable: () => editable,
      },
      keep: (surfaceId, report) => void settings.keepLedger(surfaceId, report),
      clock,
    },
    new AbortController().signal,
  );
  const show = (report: Report, settled = true) => {
    seen = { report, settled };
    tell();
  };
  /** Time for what was kept to be there. */
  const wait = async (ms: number) => {
    await clock.advance(ms);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { wait, show, entries: () => entries };
}

describe('keeping the ledger', () => {
  it('keeps one line of a document that stays the same for a while', async () => {
    const { wait, show, entries } = start();
    show(typicalReport);
    await wait(LEDGER_QUIET_MS - 1);
    expect(entries()).toEqual([]);
    await wait(1);
    expect(entries()).toHaveLength(1);
    expect(entries()[0]).toMatchObject({ type: 'strategy', mix: { words: 278 } });
    show({ ...typicalReport, title: 'Another title' });
    await wait(LEDGER_QUIET_MS);
    expect(entries()).toHaveLength(1);
  });

  it('keeps nothing of a document that can only be read', async () => {
    const { wait, show, entries } = start({ editable: false });
    show(typicalReport);
    await wait(LEDGER_QUIET_MS);
    expect(entries()).toEqual([]);
  });

  it('waits again when the document changes, and replaces the line of the day', async () => {
    const { wait, show, entries } = start();
    show(typicalReport);
    await wait(LEDGER_QUIET_MS - 1);
    show({ ...typicalReport, mix: { ...typicalReport.mix, words: 300 } });
    await wait(LEDGER_QUIET_MS - 1);
    expect(entries()).toEqual([]);
    await wait(1);
    show(typicalReport);
    await wait(LEDGER_QUIET_MS);
    expect(entries().map(({ mix }) => mix.words)).toEqual([278]);
  });

  it('holds no title, heading or word of the document', async () => {
    const { wait, show, entries } = start();
    show(typicalReport);
    await wait(LEDGER_QUIET_MS);
    const kept = JSON.stringify(entries());
    for (const { excerpt, heading } of typicalReport.passages) {
      expect(kept).not.toContain(excerpt);
      expect(kept).not.toContain(heading);
    }
    expect(kept).not.toContain('notion:1');
  });

  it('keeps nothing that is still in flux, tried out in the checker, too short, or unwanted', async () => {
    for (const [report, settled, options] of [
      [typicalReport, false, {}],
      [typicalReport, true, { hostKind: 'checker' }],
      [{ ...typicalReport, state: 'too-short' }, true, {}],
      [typicalReport, true, { wanted: false }],
    ] as const) {
      const { wait, show, entries } = start(options);
      show(report, settled);
      await wait(LEDGER_QUIET_MS * 2);
      expect(entries()).toEqual([]);
    }
  });
});
