import * as z from 'zod/mini';
import { passageDetailSchema } from '../model/detail.ts';
import { DOCUMENT_TYPES } from '../model/document.ts';
import { LABELS } from '../model/stage.ts';
import { MARK_MODES, SCOPES, tabStateSchema } from '../model/tab.ts';
import type { Protocol } from './protocol.ts';

const surface = { surfaceId: z.string() };
const passage = { ...surface, passageId: z.string() };
const done = z.object({});

/** What popup, panel and checker ask of the content script of a tab. */
export const PAGE_TO_CONTENT = {
  /** The state of the tab now. */
  'get-state': { request: z.object({}), response: tabStateSchema },
  /** Scrolls a passage into view; never moves the caret. */
  'reveal-passage': { request: z.object(passage), response: z.enum(['revealed', 'moved', 'gone']) },
  /** Everything behind one verdict. */
  'explain-passage': { request: z.object(passage), response: passageDetailSchema },
  /** The writer says what the document is; null gives it back to detection. */
  'set-document-type': { request: z.object({ ...surface, type: z.nullable(z.enum(DOCUMENT_TYPES)) }), response: done },
  /** Which marks are drawn. */
  'set-mode': { request: z.object({ mode: z.enum(MARK_MODES) }), response: done },
  /** Switches Stagemark on or off for a scope; `document` means the page's main document. */
  'set-switch': { request: z.object({ scope: z.enum(SCOPES), on: z.boolean() }), response: done },
  /** Silence everywhere for some minutes; 0 ends it. At most a day. */
  snooze: { request: z.object({ minutes: z.number().check(z.minimum(0), z.maximum(1440)) }), response: done },
  /** The writer's label for a passage; null takes an earlier one away. */
  'relabel-passage': { request: z.object({ ...passage, label: z.nullable(z.enum(LABELS)) }), response: done },
  /** A phrase has this sense from now on; null takes an earlier one away. */
  'relabel-phrase': {
    request: z.object({
      phrase: z.string().check(z.minLength(1), z.maxLength(80)),
      label: z.nullable(z.enum(LABELS)),
    }),
    response: done,
  },
  /** Takes back the newest correction. `undone` is false where there is none. */
  'undo-correction': { request: z.object({}), response: z.object({ undone: z.boolean() }) },
  /** Goes to the passage after or before the active one, in reading order. */
  'step-passage': {
    request: z.object({ direction: z.enum(['next', 'previous']) }),
    response: z.enum(['revealed', 'moved', 'gone']),
  },
} as const satisfies Protocol;
export type PageToContent = typeof PAGE_TO_CONTENT;

/** Name of the port on which a content script tells its state to a page of the extension, at once and at every change. */
export const STATE_PORT = 'stagemark-state';
