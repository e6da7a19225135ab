import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { LEDGER_LIMIT, toCsv, withEntry } from '../../../lib/ledger/ledger.ts';
import { DOCUMENT_TYPES, HOST_KINDS } from '../../../lib/model/document.ts';
import { LABELS } from '../../../lib/model/stage.ts';
import { MARK_MODES } from '../../../lib/model/tab.ts';
import { LEVELS } from '../../../lib/model/writer.ts';
import { type ItemDefinition, parseStored } from '../../../lib/platform/item.ts';
import { withCorrection, withoutCorrection } from '../../../lib/settings/corrections.ts';
import { withDocument } from '../../../lib/settings/documents.ts';
import { fillPreferences, managedSchema, PAUSE_MS } from '../../../lib/settings/preferences.ts';
import { siteOff, snoozeLeft } from '../../../lib/settings/switches.ts';
import { EVERYTHING, planImport } from '../../../lib/settings/transfer.ts';
import { anyJson, anyNumber, anyText, nearly } from '../arbitraries.ts';
import { promise } from '../promise.ts';

const hash = fc.string({ minLength: 11, maxLength: 11, unit: fc.constantFrom(...'0123456789abcxyz') });
const label = fc.constantFrom(...LABELS);
const at = fc.oneof(fc.nat(), anyNumber);
const phrase = fc.record({ kind: fc.constant('phrase' as const), phrase: anyText, label, at });
const passage = fc.record({
  kind: fc.constant('passage' as const),
  document: hash,
  quote: hash,
  before: hash,
  after: hash,
  label,
  was: label,
  at,
});
const preferences = fc.record(
  {
    level: fc.constantFrom(...LEVELS),
    aim: fc.constantFrom(...LEVELS),
    look: fc.constantFrom('line', 'tint'),
    mode: fc.constantFrom(...MARK_MODES),
    pauseMs: fc.oneof(fc.integer({ min: 0, max: 6000 }), anyNumber),
    vocabulary: fc.array(anyText, { maxLength: 5 }),
    ledger: fc.boolean(),
  },
  { requiredKeys: [] },
);
const mix = fc.record({
  execution: anyNumber,
  strategy: anyNumber,
  organisation: anyNumber,
  neutral: anyNumber,
  stagedWords: anyNumber,
  words: anyNumber,
});
const entry = fc.record({
  document: hash,
  day: fc.oneof(fc.constant('2026-11-24'), anyText),
  type: fc.constantFrom(...DOCUMENT_TYPES),
  mix,
});
const switches = fc.record({
  everywhere: fc.boolean(),
  sites: fc.array(fc.constantFrom(...HOST_KINDS), { maxLength: 4 }),
  snoozedUntil: anyNumber,
});
const documents = fc.dictionary(hash, fc.record({ off: fc.boolean(), at }), { maxKeys: 4 });

/** Files that are nearly ours: the right parts with right or nearly right data, or with anything. */
const part = (data: fc.Arbitrary<unknown>) =>
  nearly(fc.record({ version: fc.oneof(fc.constant(1), anyNumber), data: fc.oneof(data, anyJson) }));
const anyFile = nearly(
  fc.record({
    product: fc.constant('stagemark'),
    version: fc.oneof(fc.constant(1), anyNumber),
    items: fc.record(
      {
        preferences: part(preferences),
        switches: part(switches),
        documents: part(documents),
        corrections: part(fc.array(fc.oneof(phrase, passage), { maxLength: 4 })),
        packs: part(fc.array(nearly(fc.record({ pack: anyJson, enabled: fc.boolean(), at })), { maxLength: 2 })),
        ledger: part(fc.array(entry, { maxLength: 4 })),
      },
      { requiredKeys: [] },
    ),
  }),
).map((file) => JSON.stringify(file) ?? '');

const definitions: readonly ItemDefinition<unknown>[] = EVERYTHING as readonly ItemDefinition<unknown>[];
const BARE = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

export const SETTINGS_PROMISES = [
  promise(
    'what is stored is read in its form, or as if nothing were there',
    20,
    fc.tuple(fc.constantFrom(...definitions), part(fc.oneof(preferences, switches, documents))),
    ([definition, raw]) => {
      const { value, problem } = parseStored(definition, raw);
      ok(definition.schema.safeParse(value).success);
      if (problem !== null) deepEqual(value, definition.initial());
    },
  ),
  promise(
    'a file is taken whole or refused, and changes no prototype',
    12,
    fc.oneof(
      anyFile,
      anyText,
      anyJson.map((value) => JSON.stringify(value) ?? ''),
    ),
    (text) => {
      const plan = planImport(text);
      if (plan.ok) {
        for (const definition of definitions) {
          const stored = plan.items.get(definition.key);
          if (stored !== undefined) equal(parseStored(definition, JSON.parse(JSON.stringify(stored))).problem, null);
        }
      }
      equal(JSON.stringify(Object.getOwnPropertyNames(Object.prototype)), BARE);
    },
  ),
  promise(
    'presets of any form leave settings that can be used',
    20,
    fc.tuple(nearly(fc.record({ preferences, off: fc.boolean() })), nearly(preferences)),
    ([managed, chosen]) => {
      const preset = managedSchema.safeParse(managed);
      const own = EVERYTHING[0].schema.safeParse(chosen);
      const filled = fillPreferences(own.success ? own.data : {}, preset.success ? preset.data.preferences : {});
      ok(filled.pauseMs >= PAUSE_MS.least && filled.pauseMs <= PAUSE_MS.most);
      ok(MARK_MODES.includes(filled.mode));
    },
  ),
  promise('silence ends within a day, whatever the clock says', 20, fc.tuple(switches, anyNumber), ([stored, now]) => {
    const left = snoozeLeft(stored, now);
    ok(left >= 0 && left <= 24 * 60 * 60 * 1000);
    if (!stored.everywhere && left > 0) equal(siteOff(stored, {}, 'notion', now), 'snoozed');
  }),
  promise(
    'a correction that is taken back leaves none about its subject',
    15,
    fc.tuple(fc.array(fc.oneof(phrase, passage), { maxLength: 8 }), fc.oneof(phrase, passage)),
    ([corrections, added]) => {
      const grown = withCorrection(withCorrection(corrections, added), added);
      deepEqual(grown.at(-1), added);
      const back = withoutCorrection(grown, added);
      deepEqual(back, withoutCorrection(corrections, added));
    },
  ),
  promise(
    'a choice for one document touches no other',
    20,
    fc.tuple(documents, hash, fc.boolean(), fc.nat()),
    ([choices, key, off, now]) => {
      const changed = withDocument(choices, key, { off }, now);
      for (const other of Object.keys(choices)) if (other !== key) deepEqual(changed[other], choices[other]);
      equal(changed[key]?.off, off);
      const { [key]: gone, ...others } = withDocument(changed, key, { off: undefined, type: undefined }, now);
      equal(gone, undefined);
      equal(Object.keys(others).length, Object.keys(choices).filter((other) => other !== key).length);
    },
  ),
  promise(
    'the ledger holds a document once a day',
    15,
    fc.tuple(fc.array(entry, { maxLength: 6 }), entry),
    ([all, one]) => {
      const ledger = [...all, one].reduce(withEntry, [] as readonly (typeof one)[]);
      ok(ledger.length <= Math.min(LEDGER_LIMIT, all.length + 1));
      equal(new Set(ledger.map(({ document, day }) => `${document} ${day}`)).size, ledger.length);
      equal(toCsv(ledger).startsWith('day,'), true);
    },
  ),
];
