import type { Stage } from '../../e2e/surfaces-stage.ts';
import { STORIES, type Story } from '../../e2e/surfaces-stories.ts';

export interface StoriesProof {
  readonly count: number;
  readonly passed: number;
  readonly failed: readonly string[];
}

/** Stories that take a few seconds each; the others open many documents or wait for them to rest. */
const QUICK: readonly string[] = [
  'a strategy that drowns in tickets, mended',
  'one stage read alone',
  'off here, and on again',
  'the side panel while typing',
  'a Word file in the checker',
  'settings exported, forgotten and imported again',
];

/** Tells the ten stories in one browser, or with `quick` the six short ones. */
export async function proveStories(
  stage: Stage,
  quick: boolean,
  progress: (line: string) => void,
): Promise<StoriesProof> {
  const told: readonly Story[] = quick ? STORIES.filter(({ name }) => QUICK.includes(name)) : STORIES;
  const failed: string[] = [];
  for (const story of told) {
    try {
      await story.tell(stage);
      progress(`  passed: ${story.name}`);
    } catch (error) {
      failed.push(`${story.name}: ${error instanceof Error ? error.message : String(error)}`);
      progress(`  FAILED: ${story.name}`);
    }
    await stage.clear();
  }
  return { count: told.length, passed: told.length - failed.length, failed };
}
