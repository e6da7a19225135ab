import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { raiseStage, type Stage } from './surfaces-stage.ts';
import { STORIES } from './surfaces-stories.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
});
afterEach(() => stage?.clear());
afterAll(() => stage?.browser.close());

describe('a person and Stagemark', () => {
  it.each(STORIES)('$name', async (story) => {
    await story.tell(stage);
    expect(stage.browser.leaked).toEqual([]);
  });
});
