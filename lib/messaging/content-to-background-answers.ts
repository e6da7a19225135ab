import { pageSettingsShape } from '../model/page-settings.ts';
import { flag, object } from '../model/shape.ts';
import type { ContentToBackground } from './content-to-background.ts';
import type { Responses } from './protocol.ts';

const done = object({});

/** What the background answers to content scripts. Apart from the requests, because a page carries no zod. */
export const CONTENT_TO_BACKGROUND_ANSWERS = {
  'set-badge': done,
  'open-page': done,
  'bring-card': done,
  'get-settings': pageSettingsShape,
  'change-document': done,
  'change-switch': done,
  snooze: done,
  'relabel-phrase': done,
  /** `undone` is false where there is nothing to take back. */
  'undo-correction': object({ undone: flag }),
  'keep-ledger': done,
} as const satisfies Responses<ContentToBackground>;
export type ContentToBackgroundAnswers = typeof CONTENT_TO_BACKGROUND_ANSWERS;
