import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeRuntime, OWN_TAB } from '../messaging/fake-runtime.ts';

const fake = vi.hoisted(() => ({ current: null as ReturnType<typeof fakeRuntime> | null }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.current?.browser;
  },
}));

import { inTurn, serveTurns } from '../../../lib/platform/turns.ts';

let runtime: ReturnType<typeof fakeRuntime>;
beforeEach(() => {
  runtime = fakeRuntime();
  fake.current = runtime;
});

/** A change of a number that is read and written with a pause in between, as a stored value is. */
function counter() {
  let stored = 0;
  return {
    stored: () => stored,
    async change() {
      const read = stored;
      await new Promise((resolve) => setTimeout(resolve));
      stored = read + 1;
    },
  };
}

describe('changes in turn', () => {
  test('are all kept, though they begin at the same moment', async () => {
    serveTurns(() => true);
    const { stored, change } = counter();
    await Promise.all(Array.from({ length: 8 }, () => inTurn('switches', change)));
    expect(stored()).toBe(8);
  });

  test('would not be without turns: the loss that they are for is real', async () => {
    const { stored, change } = counter();
    await Promise.all(Array.from({ length: 8 }, () => inTurn('switches', change)));
    expect(stored()).toBeLessThan(8);
  });

  test('of the background itself wait in the same line', async () => {
    const own = serveTurns(() => true);
    const { stored, change } = counter();
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? own('switches', change) : inTurn('switches', change))),
    );
    expect(stored()).toBe(8);
  });

  test('of different values do not wait for each other', async () => {
    serveTurns(() => true);
    const never = inTurn('switches', () => new Promise<void>(() => undefined));
    await expect(inTurn('corrections', async () => 'done')).resolves.toBe('done');
    void never;
  });

  test('go on after one that fails, and after one whose tab dies', async () => {
    serveTurns(() => true);
    const connect = vi.spyOn(runtime.browser.runtime, 'connect');
    const failed = inTurn('switches', () => Promise.reject(new Error('full')));
    const dead = inTurn('switches', () => new Promise<void>(() => undefined));
    const last = inTurn('switches', async () => 'done');
    await expect(failed).rejects.toThrow('full');
    // The port of a tab that dies closes at the tab's end.
    connect.mock.results[1]?.value.disconnect();
    void dead;
    await expect(last).resolves.toBe('done');
  });

  test('are made at once where nobody gives turns, and strangers get none', async () => {
    serveTurns((sender) => 'tab' in sender && sender.tab?.id === 99);
    runtime.state.sender = OWN_TAB;
    vi.useFakeTimers();
    const stranger = inTurn('switches', async () => 'done');
    await vi.advanceTimersByTimeAsync(2000);
    await expect(stranger).resolves.toBe('done');
    vi.useRealTimers();
    runtime.browser.runtime.onConnect.listeners.clear();
    await expect(inTurn('switches', async () => 'alone')).resolves.toBe('alone');
  });
});
