import { describe, expect, test } from 'vitest';
import { type ItemDefinition, parseStored } from '../../../lib/platform/item.ts';
import { EVERYTHING } from '../../../lib/settings/transfer.ts';

/** One value as it was stored by every version there has been, by key and version. A new version adds its line here. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<number, unknown>>>> = {
  preferences: {
    1: {
      level: 'pm',
      aim: 'senior',
      look: 'tint',
      mode: 'strategy',
      pauseMs: 1200,
      vocabulary: ['Goal Keeper'],
      ranges: {
        spec: {
          execution: { low: 0.7, high: 1 },
          strategy: { low: 0, high: 0.3 },
          organisation: { low: 0, high: 0.1 },
        },
      },
      ledger: false,
    },
  },
  switches: { 1: { everywhere: false, sites: ['notion'], snoozedUntil: 1_800_000_000_000 } },
  documents: { 1: { k3xq0z: { off: true, type: 'org', mode: 'none', at: 1_800_000_000_000 } } },
  corrections: {
    1: [
      { kind: 'passage', document: 'd', quote: 'q', before: 'b', after: '', label: 'strategy', was: 'none', at: 1 },
      {
        kind: 'passage',
        document: 'd',
        quote: 'r',
        before: 'b',
        after: 'a',
        label: 'none',
        was: 'execution',
        words: [17, 4_294_967_295],
        at: 1,
      },
      { kind: 'phrase', phrase: 'goal keeper', label: 'none', at: 2 },
    ],
  },
  packs: {
    1: [
      {
        pack: {
          name: 'Acme',
          about: 'Our words',
          phrases: [
            {
              phrase: 'land the *',
              stage: 'execution',
              signal: 'deliver',
              weight: 2,
              fires: ['We land the plane in May.'],
              silent: ['We landed.'],
            },
          ],
          vocabulary: ['Team Plan'],
        },
        enabled: true,
        at: 1_800_000_000_000,
      },
    ],
  },
  news: { 1: { seen: '0.1.0' } },
  ledger: {
    1: [
      {
        document: 'd',
        day: '2026-11-24',
        type: 'spec',
        mix: { execution: 0.8, strategy: 0.2, organisation: 0, neutral: 0.1, stagedWords: 500, words: 560 },
      },
    ],
  },
};

describe.each((EVERYTHING as readonly ItemDefinition<unknown>[]).map((item) => [item.key, item] as const))(
  'what is stored as %s',
  (key, definition) => {
    test('has a migration to every version but the first, in order', () => {
      expect(definition.migrations.map(({ to }) => to)).toEqual(
        Array.from({ length: definition.version - 1 }, (_, index) => index + 2),
      );
    });

    test.each(Array.from({ length: definition.version }, (_, index) => index + 1))(
      'is read from version %i',
      (version) => {
        const example = EXAMPLES[key]?.[version];
        expect(example).toBeDefined();
        const { value, problem } = parseStored(definition, { version, data: example });
        expect(problem).toBeNull();
        expect(value).not.toEqual(definition.initial());
      },
    );
  },
);
