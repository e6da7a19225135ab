import { describe, expect, test, vi } from 'vitest';
import { createFaults, isInvalidated } from '../../../lib/platform/faults.ts';

describe('the error funnel', () => {
  test('writes the same error once and counts it', () => {
    const write = vi.fn();
    const faults = createFaults(write);
    const error = new Error('broken');
    faults.note('reading', error);
    faults.note('reading', error);
    expect(write).toHaveBeenCalledExactlyOnceWith('Stagemark (reading):', error);
    expect(faults.list()).toEqual([{ where: 'reading', message: 'broken', count: 2 }]);
  });

  test('says an invalidated context once in a plain sentence, wherever it shows', () => {
    const write = vi.fn();
    const faults = createFaults(write);
    faults.note('badge', new Error('Extension context invalidated.'));
    faults.note('tier 2', new Error('Extension context invalidated.'));
    expect(write.mock.calls).toEqual([['Stagemark was updated or removed: reload this tab to use it here again.']]);
  });

  test('stays small however many errors come', () => {
    const faults = createFaults(() => undefined);
    for (let index = 0; index < 500; index++) faults.note('loop', `error ${index}`);
    expect(faults.list().length).toBe(50);
  });

  test.each([
    [new Error('Extension context invalidated.'), true],
    [new Error('QUOTA'), false],
    [undefined, false],
  ])('knows an invalidated context: %s', (error, expected) => expect(isInvalidated(error)).toBe(expected));
});
