import { object, oneOf } from '../model/shape.ts';
import type { Requests, Responses } from './protocol.ts';

/** Keyboard commands and menu entries that act on the document of a tab. Ids of the manifest's `commands`. */
export const COMMANDS = ['next-passage', 'previous-passage', 'why', 'toggle-marks'] as const;
export type Command = (typeof COMMANDS)[number];

/** What the background tells the content script of a tab. Settings are not sent: content scripts watch the storage. */
export const BACKGROUND_TO_CONTENT = {
  command: object({ command: oneOf(COMMANDS) }),
  /** The writer chose "off in this document" in the context menu. */
  'switch-off-here': object({}),
} as const satisfies Requests;
export type BackgroundToContent = typeof BACKGROUND_TO_CONTENT;

export const BACKGROUND_TO_CONTENT_ANSWERS = {
  command: object({}),
  'switch-off-here': object({}),
} as const satisfies Responses<BackgroundToContent>;
export type BackgroundToContentAnswers = typeof BACKGROUND_TO_CONTENT_ANSWERS;
