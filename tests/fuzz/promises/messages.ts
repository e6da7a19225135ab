import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { BACKGROUND_TO_CONTENT, BACKGROUND_TO_CONTENT_ANSWERS } from '../../../lib/messaging/background-to-content.ts';
import { CONTENT_TO_BACKGROUND } from '../../../lib/messaging/content-to-background.ts';
import { CONTENT_TO_BACKGROUND_ANSWERS } from '../../../lib/messaging/content-to-background-answers.ts';
import { HEARD, saidSchema } from '../../../lib/messaging/document-protocol.ts';
import { openEnvelope } from '../../../lib/messaging/envelope.ts';
import { PAGE_TO_CONTENT } from '../../../lib/messaging/page-to-content.ts';
import { PAGE_TO_CONTENT_ANSWERS } from '../../../lib/messaging/page-to-content-answers.ts';
import { isOwnPage, isOwnTab } from '../../../lib/messaging/sender.ts';
import { answer } from '../../../lib/messaging/serve.ts';
import { DOCUMENT_TYPES } from '../../../lib/model/document.ts';
import type { Parser } from '../../../lib/model/shape.ts';
import { LABELS, STAGES } from '../../../lib/model/stage.ts';
import { MARK_MODES, SCOPES } from '../../../lib/model/tab.ts';
import { anyJson, anyNumber, anyText, nearly } from '../arbitraries.ts';
import { promise } from '../promise.ts';

const DIRECTIONS = [
  { requests: CONTENT_TO_BACKGROUND, answers: CONTENT_TO_BACKGROUND_ANSWERS },
  { requests: PAGE_TO_CONTENT, answers: PAGE_TO_CONTENT_ANSWERS },
  { requests: BACKGROUND_TO_CONTENT, answers: BACKGROUND_TO_CONTENT_ANSWERS },
] as const;
const KINDS = DIRECTIONS.flatMap(({ requests }) => Object.keys(requests));

/** A message that has every field any request has, so that each kind meets right and wrong values. */
const anyMessage = nearly(
  fc.record(
    {
      kind: fc.oneof(fc.constantFrom(...KINDS, '__proto__', 'constructor', 'toString'), anyText),
      stage: fc.constantFrom(...STAGES, null),
      worthALook: fc.boolean(),
      page: fc.oneof(fc.constantFrom('options', 'checker'), anyText),
      surfaceId: anyText,
      passageId: anyText,
      type: fc.constantFrom(...DOCUMENT_TYPES, null),
      mode: fc.constantFrom(...MARK_MODES),
      scope: fc.constantFrom(...SCOPES),
      on: fc.boolean(),
      minutes: anyNumber,
      label: fc.constantFrom(...LABELS, null),
      phrase: anyText,
      direction: fc.constantFrom('next', 'previous'),
      command: fc.oneof(fc.constantFrom('why', 'toggle-marks'), anyText),
    },
    { requiredKeys: ['kind'] },
  ),
);

const SCHEMAS: readonly Parser<unknown>[] = [
  ...DIRECTIONS.flatMap(({ requests, answers }) => [...Object.values(requests), ...Object.values(answers)]),
  saidSchema,
  ...Object.values(HEARD),
];
const said = fc.record({
  kind: fc.constantFrom('write', 'ask', 'close'),
  surface: anyText,
  revision: anyNumber,
  base: anyNumber,
  splices: fc.array(fc.record({ at: anyNumber, remove: anyNumber, blocks: fc.constant([]) }), { maxLength: 3 }),
  about: fc.option(fc.record({ title: anyText, unread: fc.constant([]), limits: fc.constant([]) })),
  from: fc.option(anyText),
});
const news = fc.record({
  surface: anyText,
  revision: anyNumber,
  rows: fc.array(
    fc.record({
      id: anyText,
      label: fc.constantFrom(...LABELS),
      signal: fc.constant(null),
      confidence: anyNumber,
      by: fc.constantFrom('model', 'writer'),
      words: anyNumber,
      heading: anyNumber,
      sentences: fc.array(anyNumber, { maxLength: 4 }),
    }),
    { maxLength: 3 },
  ),
  headings: fc.array(anyText, { maxLength: 3 }),
  more: fc.boolean(),
  progress: anyNumber,
  settled: fc.boolean(),
  grammar: fc.boolean(),
  report: fc.constant(null),
});

const SELF = { extensionId: 'us', extensionRoot: 'chrome-extension://us/' };
const anySender = fc.record(
  {
    id: fc.constantFrom('us', 'them', 'u', ''),
    url: fc.oneof(
      fc.constantFrom(
        'chrome-extension://us/popup.html',
        'https://us/',
        'chrome-extension://us.evil/',
        'https://docs.google.com/',
      ),
      anyText,
    ),
    tab: fc.record({ id: fc.option(fc.nat(9), { nil: undefined }) }),
    frameId: fc.nat(2),
  },
  { requiredKeys: [] },
);

export const MESSAGE_PROMISES = [
  promise('a message is answered by its kind alone, refused, or ignored', 20, fc.oneof(anyMessage, anyJson), (raw) => {
    for (const { requests } of DIRECTIONS) {
      const reached: string[] = [];
      const handlers = Object.fromEntries(
        Object.keys(requests).map((kind) => [kind, () => ({ reached: reached.push(kind) })]),
      );
      const given = answer(requests, handlers as never, raw, {});
      ok(given === null || given instanceof Promise);
      const kind: unknown = Object.hasOwn(Object(raw), 'kind') ? Reflect.get(Object(raw), 'kind') : undefined;
      if (reached.length > 0) deepEqual(reached, [kind]);
      if (given !== null) ok(typeof kind === 'string' && Object.hasOwn(requests, kind));
    }
  }),
  promise(
    'an answer is a value of its form or a failure in words',
    20,
    fc.tuple(
      fc.constantFrom(...SCHEMAS),
      fc.oneof(anyJson, fc.record({ ok: fc.boolean(), value: anyMessage, code: anyText, error: anyText }), anyMessage),
    ),
    ([schema, raw]) => {
      const result = openEnvelope(schema, raw);
      if (result.ok) ok(schema.safeParse(result.value).success);
      else equal(typeof result.error, 'string');
    },
  ),
  promise(
    'what a schema takes it takes again, unchanged',
    20,
    fc.tuple(fc.constantFrom(...SCHEMAS), fc.oneof(anyMessage, anyJson, nearly(said), nearly(news))),
    ([schema, raw]) => {
      const once = schema.safeParse(raw);
      if (!once.success) return;
      const again = schema.safeParse(JSON.parse(JSON.stringify(once.data)));
      if (again.success) deepEqual(JSON.stringify(again.data), JSON.stringify(once.data));
    },
  ),
  promise('only the extension itself is taken for its own', 40, anySender, (sender) => {
    if (isOwnPage(sender, SELF)) {
      equal(sender.id, 'us');
      ok(sender.url === undefined ? sender.tab === undefined : sender.url.startsWith(SELF.extensionRoot));
    }
    if (isOwnTab(sender, SELF)) {
      equal(sender.id, 'us');
      ok(sender.tab?.id !== undefined && (sender.frameId ?? 0) === 0);
    }
  }),
];
