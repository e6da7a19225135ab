import { describe, expect, test } from 'vitest';
import { SIGNAL_ENTRIES } from '../../../lib/classifier/signals/index.ts';
import { findPattern, matchWords } from '../../../lib/classifier/signals/match.ts';
import { ANY_WORD, expandPattern, NUMBER } from '../../../lib/classifier/signals/pattern.ts';
import { ALL_SIGNALS, stageOf } from '../../../lib/model/stage.ts';

describe('the lexicon', () => {
  test('ids are unique', () => {
    const ids = SIGNAL_ENTRIES.map((entry) => entry.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('no phrase belongs to two entries', () => {
    const owner = new Map<string, string>();
    const shared: string[] = [];
    for (const entry of SIGNAL_ENTRIES)
      for (const words of expandPattern(entry)) {
        const phrase = words.join(' ');
        const other = owner.get(phrase);
        if (other !== undefined) shared.push(`${phrase}: ${other}, ${entry.id}`);
        owner.set(phrase, entry.id);
      }
    expect(shared).toEqual([]);
  });

  test('every example that must fire does', () => {
    const silent = SIGNAL_ENTRIES.flatMap((entry) =>
      entry.fires.filter((text) => findPattern(entry, text).length === 0).map((text) => `${entry.id}: ${text}`),
    );
    expect(silent).toEqual([]);
  });

  test('every example that must stay quiet does', () => {
    const loud = SIGNAL_ENTRIES.flatMap((entry) =>
      entry.quiet.filter((text) => findPattern(entry, text).length > 0).map((text) => `${entry.id}: ${text}`),
    );
    expect(loud).toEqual([]);
  });

  test('every entry has examples of both kinds and a note', () => {
    const poor = SIGNAL_ENTRIES.filter(
      (entry) => entry.fires.length === 0 || entry.quiet.length === 0 || entry.note.length < 4,
    );
    expect(poor.map((entry) => entry.id)).toEqual([]);
  });

  test('every word of a pattern can be met in a text', () => {
    const unmet = SIGNAL_ENTRIES.flatMap((entry) =>
      expandPattern(entry)
        .flat()
        .filter((word) => word !== ANY_WORD && word !== NUMBER && matchWords(word)[0]?.word !== word)
        .map((word) => `${entry.id}: ${word}`),
    );
    expect(unmet).toEqual([]);
  });

  test('all 18 signals have at least twenty entries', () => {
    const counts = new Map(ALL_SIGNALS.map((signal) => [signal, 0]));
    for (const entry of SIGNAL_ENTRIES)
      if (entry.signal !== null) counts.set(entry.signal, (counts.get(entry.signal) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count < 20)).toEqual([]);
  });

  test('the label of an entry is the stage of its signal, or none without a signal', () => {
    const wrong = SIGNAL_ENTRIES.filter(
      (entry) => entry.label !== (entry.signal === null ? 'none' : stageOf(entry.signal)),
    );
    expect(wrong.map((entry) => entry.id)).toEqual([]);
  });
});
