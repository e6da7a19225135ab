import type { Stage } from '../model/stage.ts';
import type { Level, Writer } from '../model/writer.ts';

/** The stage whose work a level adds. Source: Bavaro, the three stages and the titles that the article names with each. */
export const STAGE_OF_LEVEL: Readonly<Record<Level, Stage>> = {
  associate: 'execution',
  pm: 'execution',
  senior: 'strategy',
  lead: 'strategy',
  director: 'organisation',
};

/** The step a writer works on: better at the work of their stage, or into the next one; null where no level is said. */
export interface Step {
  readonly from: Stage;
  readonly to: Stage;
}

const ORDER: readonly Stage[] = ['execution', 'strategy', 'organisation'];

/**
 * The step from the writer's level to the one they work towards. Without an aim, or with one that is not above the level,
 * the step is within the stage; more than one stage at once is taken one by one.
 */
export function stepOf({ level, aim }: Writer): Step | null {
  if (level === null) return null;
  const from = STAGE_OF_LEVEL[level];
  const ahead = aim !== null && ORDER.indexOf(STAGE_OF_LEVEL[aim]) > ORDER.indexOf(from);
  const next = ORDER[ORDER.indexOf(from) + 1];
  return { from, to: ahead && next !== undefined ? next : from };
}
