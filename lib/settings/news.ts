import * as z from 'zod/mini';
import type { ItemDefinition } from '../platform/item.ts';

/** The newest version whose news the writer has seen; null while nobody has looked, which is so after an installation. */
export const newsSchema = z.object({ seen: z.nullable(z.string().check(z.maxLength(40))) });
export type News = z.infer<typeof newsSchema>;

export const newsItem: ItemDefinition<News> = {
  key: 'news',
  version: 1,
  schema: newsSchema,
  initial: () => ({ seen: null }),
  migrations: [],
};
