import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../lib/ledger/schema.ts';
import type { Report } from '../../../lib/model/report.ts';
import type { TabState } from '../../../lib/model/tab.ts';
import { keepLedger, LEDGER_QUIET_MS } from '../../../lib/page/ledger-keeper.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { typicalReport } from '../../dom/components/fixtures/reports.ts';
import { freshSettings } from '../../dom/components/fixtures/settings.ts';
import { fakeClock } from './fakes.ts';

function start(settings: Settings = freshSettings, editable = true) {
  const clock = fakeClock(Date.UTC(2026, 4, 1, 12));
  let entries: Ledger = [];
  let tell: (state: TabState) => void = () => undefined;
  keepLedger(
    {
      controller: {
        subscribe(listener) {
          tell = listener;
        },
        settings: () => settings,
        isEditable: () => editable,
      },
      ledger: {
        async update(change) {
          entries = change(entries);
        },
      },
      clock,
    },
    new AbortController().signal,
  );
  const show = (report: Report | null, change: Partial<TabState> = {}, settled = true) =>
    tell({
      status: 'ready',
      host: 'notion',
      off: null,
      mode: 'all',
      surfaces: [{ id: 'notion:1', kind: 'page', report, progress: 1, settled, activePassage: null }],
      unplaced: 0,
      health: {},
      ...change,
    });
  return { clock, show, entries: () => entries };
}

describe('keeping the ledger', () => {
  it('keeps one line of a document that stays the same for a while', async () => {
    const { clock, show, entries } = start();
    show(typicalReport);
    await clock.advance(LEDGER_QUIET_MS - 1);
    expect(entries()).toEqual([]);
    await clock.advance(1);
    expect(entries()).toHaveLength(1);
    expect(entries()[0]).toMatchObject({ type: 'strategy', mix: { words: 278 } });
    show({ ...typicalReport, title: 'Another title' });
    await clock.advance(LEDGER_QUIET_MS);
    expect(entries()).toHaveLength(1);
  });

  it('keeps nothing of a document that can only be read', async () => {
    const { clock, show, entries } = start(freshSettings, false);
    show(typicalReport);
    await clock.advance(LEDGER_QUIET_MS);
    expect(entries()).toEqual([]);
  });

  it('waits again when the document changes, and replaces the line of the day', async () => {
    const { clock, show, entries } = start();
    show(typicalReport);
    await clock.advance(LEDGER_QUIET_MS - 1);
    show({ ...typicalReport, mix: { ...typicalReport.mix, words: 300 } });
    await clock.advance(LEDGER_QUIET_MS - 1);
    expect(entries()).toEqual([]);
    await clock.advance(1);
    show(typicalReport);
    await clock.advance(LEDGER_QUIET_MS);
    expect(entries().map(({ mix }) => mix.words)).toEqual([278]);
  });

  it('holds no title, heading or word of the document', async () => {
    const { clock, show, entries } = start();
    show(typicalReport);
    await clock.advance(LEDGER_QUIET_MS);
    const kept = JSON.stringify(entries());
    for (const { excerpt, heading } of typicalReport.passages) {
      expect(kept).not.toContain(excerpt);
      expect(kept).not.toContain(heading);
    }
    expect(kept).not.toContain('notion:1');
  });

  it('keeps nothing that is still in flux, tried out in the checker, too short, or unwanted', async () => {
    for (const [report, change, settled, settings] of [
      [typicalReport, {}, false, freshSettings],
      [typicalReport, { host: 'checker' }, true, freshSettings],
      [{ ...typicalReport, state: 'too-short' }, {}, true, freshSettings],
      [typicalReport, {}, true, { ...freshSettings, preferences: { ...freshSettings.preferences, ledger: false } }],
    ] as const) {
      const { clock, show, entries } = start(settings);
      show(report, change, settled);
      await clock.advance(LEDGER_QUIET_MS * 2);
      expect(entries()).toEqual([]);
    }
  });
});
