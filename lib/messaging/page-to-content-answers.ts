import * as z from 'zod/mini';
import { passageDetailSchema } from '../model/detail.ts';
import { tabStateSchema } from '../model/tab.ts';
import type { PageToContent } from './page-to-content.ts';
import type { Responses } from './protocol.ts';

const done = z.object({});
const revealed = z.enum(['revealed', 'moved', 'gone']);

/** What the content script answers to the pages of the extension. */
export const PAGE_TO_CONTENT_ANSWERS = {
  'get-state': tabStateSchema,
  'reveal-passage': revealed,
  'explain-passage': passageDetailSchema,
  'set-document-type': done,
  'set-mode': done,
  'set-switch': done,
  snooze: done,
  'relabel-passage': done,
  'relabel-phrase': done,
  /** `undone` is false where there is nothing to take back. */
  'undo-correction': z.object({ undone: z.boolean() }),
  'step-passage': revealed,
} as const satisfies Responses<PageToContent>;
export type PageToContentAnswers = typeof PAGE_TO_CONTENT_ANSWERS;
