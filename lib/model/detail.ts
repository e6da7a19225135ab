import * as z from 'zod/mini';
import { messageSchema } from './report.ts';
import { explanationSchema, verdictSchema } from './verdict.ts';

/**
 * All that the card and the panel say about one passage. Holds words of the passage (the evidence), so it is never stored.
 */
export const passageDetailSchema = z.object({
  surfaceId: z.string(),
  passageId: z.string(),
  verdict: verdictSchema,
  explanation: explanationSchema,
  /** The passage's own words under each piece of `explanation.evidence`, in its order; empty where it has no place. */
  quotes: z.array(z.string()),
  /** The same for `explanation.against`. */
  againstQuotes: z.array(z.string()),
  /** The question of the most useful advice about this passage, or null where there is none. */
  todo: z.nullable(messageSchema),
  /** Whether the writer's last correction can be undone. */
  undoable: z.boolean(),
});
export type PassageDetail = z.infer<typeof passageDetailSchema>;
