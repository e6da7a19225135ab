import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { openBridge } from '../../../lib/hosts/google-docs/bridge/client.ts';
import { answerEvent, HELLO, TEXT_LIMIT } from '../../../lib/hosts/google-docs/bridge/protocol.ts';
import { anyJson, anyNumber, anyText } from '../arbitraries.ts';
import { withPage } from '../fake-page.ts';
import { promise } from '../promise.ts';

/** What a hostile page may answer: no JSON, any JSON, or an answer of the agreed form whose numbers do not fit. */
const anyAnswer = fc.oneof(
  anyText,
  anyJson.map((value) => JSON.stringify(value) ?? ''),
  fc
    .record({
      seq: fc.nat(4),
      kind: fc.constant('text'),
      state: fc.constantFrom('changed', 'same', 'throwing'),
      flag: fc.constantFrom('own', 'other'),
      revision: fc.nat(3),
      base: fc.nat(3),
      start: fc.oneof(fc.nat(9), anyNumber),
      removed: fc.oneof(fc.nat(9), anyNumber),
      inserted: anyText,
      length: fc.nat(60),
      anchor: fc.integer({ min: -1, max: 9 }),
      focus: fc.integer({ min: -1, max: 9 }),
      cut: fc.boolean(),
    })
    .map((answer) => JSON.stringify(answer)),
);

export const BRIDGE_PROMISES = [
  promise(
    'whatever a page answers, a reading is a text that follows from the one before',
    10,
    fc.array(fc.array(anyAnswer, { maxLength: 3 }), { maxLength: 6 }),
    (rounds) =>
      withPage((page) => {
        let channel = '';
        page.addEventListener(HELLO, (event) => {
          channel = String(Reflect.get(event, 'detail'));
        });
        const stop = new AbortController();
        const bridge = openBridge(stop.signal);
        let answers: readonly string[] = [];
        page.addEventListener(`${channel}:ask`, () => {
          for (const detail of answers) page.dispatchEvent(new CustomEvent(answerEvent(channel), { detail }));
        });
        let text = '';
        for (const round of rounds) {
          answers = round;
          const reading = bridge.read();
          ok(reading.text.length <= TEXT_LIMIT);
          if (reading.state !== 'changed') equal(reading.text, text);
          else if (reading.splice !== null) {
            const { start, removed, inserted } = reading.splice;
            equal(reading.text, text.slice(0, start) + inserted + text.slice(start + removed));
          }
          text = reading.text;
        }
        stop.abort();
      }),
  ),
];
