import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type FakePort, fakeRuntime } from './fake-runtime.ts';

const fake = vi.hoisted(() => ({ current: null as ReturnType<typeof fakeRuntime> | null }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.current?.browser;
  },
}));

import type { GrammarAnswer, GrammarBatch } from '../../../lib/messaging/content-to-background.ts';
import { createGrammarClient } from '../../../lib/messaging/grammar-port.ts';
import type { Clock } from '../../../lib/platform/clock.ts';

/** Long enough for a batch without an answer to count as lost, in milliseconds. */
const LOST_MS = 60_000;

let runtime: ReturnType<typeof fakeRuntime>;
/** What the background heard, with the port to answer on. */
let heard: { batch: GrammarBatch; port: FakePort }[];
beforeEach(() => {
  runtime = fakeRuntime();
  fake.current = runtime;
  heard = [];
  runtime.browser.runtime.onConnect.addListener((port) => {
    port.onMessage.addListener((batch) => void heard.push({ batch: batch as GrammarBatch, port }));
  });
});

const batch = (revision: number): GrammarBatch => ({ revision, sentences: [{ key: 'k', text: 'We chose not to.' }] });
const answer = (revision: number): GrammarAnswer => ({ revision, answers: [{ key: 'k', hits: [] }] });
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A clock whose waits end when the test says so. */
function handClock(): Clock & { pass(ms: number): void } {
  let at = 0;
  const waits: { due: number; run: () => void; signal: AbortSignal }[] = [];
  return {
    now: () => at,
    wall: () => at,
    after: (ms, run, signal) => void waits.push({ due: at + ms, run, signal }),
    idle: (run) => run(),
    pass(ms) {
      at += ms;
      for (const wait of waits.splice(0)) {
        if (wait.signal.aborted) continue;
        if (wait.due <= at) wait.run();
        else waits.push(wait);
      }
    },
  };
}

describe('an answer of tier 2', () => {
  test('that is lost is asked for once more, and given up after that', async () => {
    const clock = handClock();
    const asked = createGrammarClient(new AbortController().signal, clock)(batch(1));
    await settle();
    clock.pass(LOST_MS);
    await settle();
    expect(heard.map((each) => each.batch.revision)).toEqual([1, 1]);
    expect(heard[0]?.port).not.toBe(heard[1]?.port);
    clock.pass(LOST_MS);
    await expect(asked).resolves.toBeNull();
  });

  test('that comes twice counts once, and not for the next batch', async () => {
    const ask = createGrammarClient(new AbortController().signal, handClock());
    const [first, second] = [ask(batch(1)), ask(batch(2))];
    await settle();
    heard[0]?.port.postMessage(answer(1));
    heard[0]?.port.postMessage(answer(1));
    await expect(first).resolves.toEqual(answer(1));
    await settle();
    expect(heard.at(-1)?.batch.revision).toBe(2);
    heard.at(-1)?.port.postMessage(answer(1));
    heard.at(-1)?.port.postMessage(answer(2));
    await expect(second).resolves.toEqual(answer(2));
  });

  test('that comes late, on the port that was given up, is not taken for another', async () => {
    const clock = handClock();
    const ask = createGrammarClient(new AbortController().signal, clock);
    const asked = ask(batch(1));
    await settle();
    const [late] = heard;
    clock.pass(LOST_MS);
    await settle();
    expect(() => late?.port.postMessage(answer(1))).toThrow('disconnected');
    heard.at(-1)?.port.postMessage(answer(1));
    await expect(asked).resolves.toEqual(answer(1));
  });

  test('that is rubbish is ignored, and the right one after it taken', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const asked = createGrammarClient(new AbortController().signal, handClock())(batch(1));
    await settle();
    for (const rubbish of [null, 'x', { revision: 1 }, { revision: 1, answers: 'all' }])
      heard[0]?.port.postMessage(rubbish);
    heard[0]?.port.postMessage(answer(1));
    await expect(asked).resolves.toEqual(answer(1));
    warned.mockRestore();
  });
});
