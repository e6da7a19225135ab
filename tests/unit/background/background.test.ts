import { describe, expect, test, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));

import { badgeLook } from '../../../lib/background/badge.ts';
import { createGrammarService } from '../../../lib/background/grammar-service.ts';

const batch = (...texts: string[]) => ({
  revision: 4,
  sentences: texts.map((text, index) => ({ key: `k${index}`, text })),
});

describe('the grammar service', () => {
  test('answers every sentence under its key with the revision of the batch', async () => {
    const answer = createGrammarService(async () => (texts) => texts.map((text) => [{ rule: text, start: 0, end: 1 }]));
    expect(await answer(batch('a', 'b', 'a'))).toEqual({
      revision: 4,
      answers: [
        { key: 'k0', hits: [{ rule: 'a', start: 0, end: 1 }] },
        { key: 'k1', hits: [{ rule: 'b', start: 0, end: 1 }] },
        { key: 'k2', hits: [{ rule: 'a', start: 0, end: 1 }] },
      ],
    });
  });

  test('reads each sentence once', async () => {
    const read = vi.fn((texts: readonly string[]) => texts.map(() => []));
    const answer = createGrammarService(async () => read);
    await answer(batch('a', 'a'));
    await answer(batch('b', 'a'));
    expect(read.mock.calls).toEqual([[['a']], [['b']]]);
  });

  test('loads the reader at the first batch and only once', async () => {
    const load = vi.fn(async () => (texts: readonly string[]) => texts.map(() => []));
    const answer = createGrammarService(load);
    expect(load).not.toHaveBeenCalled();
    await Promise.all([answer(batch('a')), answer(batch('b'))]);
    expect(load).toHaveBeenCalledOnce();
  });

  test('tries again after the reader could not be loaded', async () => {
    const load = vi.fn(async () => (texts: readonly string[]) => texts.map(() => []));
    load.mockRejectedValueOnce(new Error('no chunk'));
    const answer = createGrammarService(load);
    await expect(answer(batch('a'))).rejects.toThrow('no chunk');
    expect((await answer(batch('a'))).answers.length).toBe(1);
  });

  test('sends back only what the schema knows', async () => {
    const answer = createGrammarService(
      async () => (texts) => texts.map(() => [{ rule: 'r', start: 0, end: 1, secret: 'text' }]),
    );
    expect(JSON.stringify(await answer(batch('a')))).not.toContain('secret');
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
