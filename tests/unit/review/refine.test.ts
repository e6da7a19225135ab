import { describe, expect, test } from 'vitest';
import type { Signal } from '../../../lib/model/stage.ts';
import { stageOf } from '../../../lib/model/stage.ts';
import { mayBe, refinedSignal } from '../../../lib/review/refine.ts';
import { toPassages } from '../../../lib/text/passages.ts';
import { verdictFor } from './written.ts';

function passage(text: string, heading?: string) {
  const above = heading === undefined ? [] : [{ id: 'h', kind: 'heading' as const, level: 1, text: heading }];
  const [found] = toPassages([...above, { id: 'p', kind: 'paragraph', level: 0, text }]);
  if (found === undefined) throw new Error('no passage');
  return found;
}

const doubtful = (signal: Signal) => ({ ...verdictFor(stageOf(signal), signal), signalConfidence: 0.5 });

describe('the signal that rules go by', () => {
  test.each<[string, Signal, Signal]>([
    ['We choose small clinics over hospitals.', 'market', 'bets'],
    ['600 farms with a sensor by December.', 'bets', 'goals'],
    ['We lose clinics to a rival that is live in a week.', 'bets', 'market'],
    ['Travel has been growing again since spring.', 'bets', 'opportunity'],
    ['A reader comes back in the evening.', 'bets', 'vision'],
    ['The new managers report to the country leads.', 'coaching', 'structure'],
    ['Six product managers by March.', 'coaching', 'hiring'],
    ['Each designer has a mentor.', 'coaching', 'coaching'],
    ['Ana removes the flag.', 'debrief', 'deliver'],
  ])('of “%s”, doubtfully %s, is %s', (text, given, expected) => {
    expect(refinedSignal(passage(text), doubtful(given))).toBe(expected);
  });

  test('is the given one where the classifier is sure, or the writer said it', () => {
    const text = passage('A reader comes back in the evening.');
    expect(refinedSignal(text, verdictFor('strategy', 'bets'))).toBe('bets');
    expect(refinedSignal(text, { ...doubtful('bets'), by: 'writer' })).toBe('bets');
    expect(refinedSignal(text, verdictFor('none', null))).toBeNull();
  });

  test('follows a heading that names goals', () => {
    expect(refinedSignal(passage('A tenth of revenue from alarms.', 'Goals'), doubtful('business'))).toBe('goals');
  });
});

describe('a stage that a passage may be of', () => {
  test('is its own, or a probable one where none won', () => {
    const none = { label: 'none' as const, probabilities: [0.1, 0.3, 0.1, 0.5] };
    expect(mayBe('strategy', none)).toBe(true);
    expect(mayBe('execution', none)).toBe(false);
    expect(mayBe('strategy', { ...none, label: 'execution' })).toBe(false);
    expect(mayBe('execution', { ...none, label: 'execution' })).toBe(true);
  });
});
