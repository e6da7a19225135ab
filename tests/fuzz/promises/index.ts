import type { FuzzPromise } from '../promise.ts';
import { BRIDGE_PROMISES } from './bridge.ts';
import { CLASSIFIER_PROMISES } from './classifier.ts';
import { EDIT_PROMISES } from './edits.ts';
import { FILE_PROMISES } from './files.ts';
import { GOOGLE_DOCS_PROMISES } from './google-docs.ts';
import { GRAMMAR_PROMISES } from './grammar.ts';
import { MESSAGE_PROMISES } from './messages.ts';
import { REVIEW_PROMISES } from './reviews.ts';
import { SETTINGS_PROMISES } from './settings.ts';
import { TEXT_PROMISES } from './text.ts';

/** Every promise that is fuzzed. */
export const PROMISES: readonly FuzzPromise[] = [
  ...TEXT_PROMISES,
  ...EDIT_PROMISES,
  ...FILE_PROMISES,
  ...GOOGLE_DOCS_PROMISES,
  ...BRIDGE_PROMISES,
  ...SETTINGS_PROMISES,
  ...MESSAGE_PROMISES,
  ...REVIEW_PROMISES,
  ...CLASSIFIER_PROMISES,
  ...GRAMMAR_PROMISES,
];
