import * as z from 'zod/mini';
import { DOCUMENT_TYPES } from '../model/document.ts';
import { LABELS } from '../model/stage.ts';
import { MARK_MODES, SCOPES } from '../model/tab.ts';
import type { Requests } from './protocol.ts';

const surface = { surfaceId: z.string() };
const passage = { ...surface, passageId: z.string() };
/** Longest silence at once, in minutes: a day. */
const LONGEST_SNOOZE_MINUTES = 1440;

/** What popup, panel and checker ask of the content script of a tab. The answers are in `page-to-content-answers.ts`. */
export const PAGE_TO_CONTENT = {
  /** The state of the tab now. */
  'get-state': z.object({}),
  /** Scrolls a passage into view; never moves the caret. */
  'reveal-passage': z.object(passage),
  /** Everything behind one verdict. */
  'explain-passage': z.object(passage),
  /** The writer says what the document is; null gives it back to detection. */
  'set-document-type': z.object({ ...surface, type: z.nullable(z.enum(DOCUMENT_TYPES)) }),
  /** Which marks are drawn. */
  'set-mode': z.object({ mode: z.enum(MARK_MODES) }),
  /** Switches Stagemark on or off for a scope; `document` means the page's main document. */
  'set-switch': z.object({ scope: z.enum(SCOPES), on: z.boolean() }),
  /** Silence everywhere for some minutes; 0 ends it. */
  snooze: z.object({ minutes: z.number().check(z.minimum(0), z.maximum(LONGEST_SNOOZE_MINUTES)) }),
  /** The writer's label for a passage; null takes an earlier one away. */
  'relabel-passage': z.object({ ...passage, label: z.nullable(z.enum(LABELS)) }),
  /** A phrase has this sense from now on; null takes an earlier one away. */
  'relabel-phrase': z.object({
    phrase: z.string().check(z.minLength(1), z.maxLength(80)),
    label: z.nullable(z.enum(LABELS)),
  }),
  /** Takes back the newest correction. */
  'undo-correction': z.object({}),
  /** Goes to the passage after or before the active one, in reading order. */
  'step-passage': z.object({ direction: z.enum(['next', 'previous']) }),
} as const satisfies Requests;
export type PageToContent = typeof PAGE_TO_CONTENT;
