import { beforeEach, describe, expect, test } from 'vitest';
import { failure, type Result, success } from '../../../lib/messaging/envelope.ts';
import { REVIEW_PART, type ReviewPart } from '../../../lib/page/part-names.ts';
import { reviewLoader } from '../../../lib/page/review-loader.ts';
import { offerPart } from '../../../lib/platform/parts.ts';
import { fakeClock, fakeReview } from './fakes.ts';

const PART: ReviewPart = {
  review: fakeReview,
  accompany: () => ({ showByKey: () => undefined, close: () => undefined }),
};
const dead = failure('no-receiver', 'message channel closed');

function setUp(answers: readonly Result<unknown>[]) {
  const clock = fakeClock();
  let asked = 0;
  const load = reviewLoader(clock, new AbortController().signal, async () => {
    const answer = answers[asked++] ?? dead;
    if (answer.ok) offerPart(REVIEW_PART, PART);
    return answer;
  });
  return { clock, load, asked: () => asked };
}

beforeEach(() => {
  // Each test begins in a page without parts.
  (globalThis as { [key: symbol]: unknown })[Symbol.for('stagemark.parts')] = undefined;
});

describe('the review', () => {
  test('is asked for once, however often it is needed', async () => {
    const { clock, load, asked } = setUp([success({})]);
    const both = Promise.all([load(), load()]);
    await clock.advance(1);
    expect(await both).toEqual([PART, PART]);
    expect(asked()).toBe(1);
  });

  test('is asked for again when the background died over it', async () => {
    const { clock, load, asked } = setUp([dead, success({})]);
    const loading = load();
    await clock.advance(500);
    expect(await loading).toBe(PART);
    expect(asked()).toBe(2);
  });

  test('is taken although the answer was lost', async () => {
    const { clock, load } = setUp([]);
    const loading = load();
    await clock.advance(1);
    offerPart(REVIEW_PART, PART);
    expect(await loading).toBe(PART);
  });

  test('is given up with a sentence after a few times, and may be asked for anew', async () => {
    const { clock, load } = setUp([dead, dead, dead, success({})]);
    const given = expect(load()).rejects.toThrow('could not be loaded');
    await clock.advance(5000);
    await given;
    const again = load();
    await clock.advance(1);
    expect(await again).toBe(PART);
  });
});
