import { describe, expect, test, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));

import { badgeLook } from '../../../lib/background/badge.ts';
import { createGrammarService } from '../../../lib/background/documents/grammar-service.ts';

const sentences = (...texts: string[]) => texts.map((text) => ({ key: `key of ${text}`, text }));

describe('the grammar service', () => {
  test('answers every sentence under its key', async () => {
    const read = createGrammarService(async () => (texts) => texts.map((text) => [{ rule: text, start: 0, end: 1 }]));
    expect(await read(sentences('a', 'b', 'a'))).toEqual(
      new Map([
        ['key of a', [{ rule: 'a', start: 0, end: 1 }]],
        ['key of b', [{ rule: 'b', start: 0, end: 1 }]],
      ]),
    );
  });

  test('reads each sentence once', async () => {
    const find = vi.fn((texts: readonly string[]) => texts.map(() => []));
    const read = createGrammarService(async () => find);
    await read(sentences('a', 'a'));
    await read(sentences('b', 'a'));
    expect(find.mock.calls).toEqual([[['a']], [['b']]]);
  });

  test('loads the reader at the first sentences and only once', async () => {
    const load = vi.fn(async () => (texts: readonly string[]) => texts.map(() => []));
    const read = createGrammarService(load);
    await read([]);
    expect(load).not.toHaveBeenCalled();
    await Promise.all([read(sentences('a')), read(sentences('b'))]);
    expect(load).toHaveBeenCalledOnce();
  });

  test('tries again after the reader could not be loaded', async () => {
    const load = vi.fn(async () => (texts: readonly string[]) => texts.map(() => []));
    load.mockRejectedValueOnce(new Error('no chunk'));
    const read = createGrammarService(load);
    await expect(read(sentences('a'))).rejects.toThrow('no chunk');
    expect((await read(sentences('a'))).size).toBe(1);
  });
});

describe('the badge', () => {
  test.each([
    [{ stage: 'execution', worthALook: false }, 'E'],
    [{ stage: 'strategy', worthALook: false }, 'S'],
    [{ stage: 'organisation', worthALook: false }, 'O'],
    [{ stage: 'strategy', worthALook: true }, '•'],
    [{ stage: null, worthALook: false }, ''],
  ] as const)('for %j shows "%s"', (badge, text) => {
    expect(badgeLook(badge).text).toBe(text);
  });
});
