import { defineContentScript } from 'wxt/utils/define-content-script';
import { createClassifier } from '../lib/classifier/classify.ts';
import { DOCUMENT_MATCHES } from '../lib/hosts/matches.ts';
import { CLASSIFIER_PART } from '../lib/page/part-names.ts';
import { offerPart } from '../lib/platform/parts.ts';

export default defineContentScript({
  matches: [...DOCUMENT_MATCHES],
  // After the page's own start: its tables are the largest part, and nothing can be labelled before there is a page.
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  main: () => offerPart(CLASSIFIER_PART, createClassifier),
});
