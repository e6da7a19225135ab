import { DOCUMENT_TYPES } from '../model/document.ts';
import { flag, nullable, number, object, oneOf, text } from '../model/shape.ts';
import { LABELS } from '../model/stage.ts';
import { MARK_MODES, SCOPES } from '../model/tab.ts';
import type { Requests } from './protocol.ts';

const surface = { surfaceId: text };
const passage = { ...surface, passageId: text };

/**
 * What popup, panel and checker ask of the content script of a tab. The answers are in `page-to-content-answers.ts`. What goes on
 * to the background is checked in full there (`content-to-background.ts`).
 */
export const PAGE_TO_CONTENT = {
  /** The state of the tab now. */
  'get-state': object({}),
  /** Scrolls a passage into view; never moves the caret. */
  'reveal-passage': object(passage),
  /** Everything behind one verdict. */
  'explain-passage': object(passage),
  /** The writer says what the document is; null gives it back to detection. */
  'set-document-type': object({ ...surface, type: nullable(oneOf(DOCUMENT_TYPES)) }),
  /** Which marks are drawn. */
  'set-mode': object({ mode: oneOf(MARK_MODES) }),
  /** Switches Stagemark on or off for a scope; `document` means the page's main document. */
  'set-switch': object({ scope: oneOf(SCOPES), on: flag }),
  /** Silence everywhere for some minutes; 0 ends it. */
  snooze: object({ minutes: number }),
  /** The writer's label for a passage; null takes an earlier one away. */
  'relabel-passage': object({ ...passage, label: nullable(oneOf(LABELS)) }),
  /** A phrase has this sense from now on; null takes an earlier one away. */
  'relabel-phrase': object({ phrase: text, label: nullable(oneOf(LABELS)) }),
  /** Takes back the newest correction. */
  'undo-correction': object({}),
  /** Goes to the passage after or before the active one, in reading order. */
  'step-passage': object({ direction: oneOf(['next', 'previous']) }),
} as const satisfies Requests;
export type PageToContent = typeof PAGE_TO_CONTENT;
