import * as z from 'zod/mini';

/** Rungs of a product manager's career as the article walks them; the writer's own level and the one worked towards. */
export const LEVELS = ['associate', 'pm', 'senior', 'lead', 'director'] as const;
export type Level = (typeof LEVELS)[number];

/** Who writes. `aim` is the level worked towards; null where the writer did not say. */
export const writerSchema = z.object({ level: z.nullable(z.enum(LEVELS)), aim: z.nullable(z.enum(LEVELS)) });
export type Writer = z.infer<typeof writerSchema>;
