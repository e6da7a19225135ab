import { defineContentScript } from 'wxt/utils/define-content-script';
import { renderCard } from '../components/card/render.tsx';
import { CARD_CSS } from '../components/card/sheet.ts';
import { DOCUMENT_MATCHES } from '../lib/hosts/matches.ts';
import { createCompanion } from '../lib/page/companion.ts';
import { REVIEW_PART } from '../lib/page/part-names.ts';
import { offerPart } from '../lib/platform/parts.ts';
import { words } from '../lib/platform/words.ts';
import { review } from '../lib/review/review.ts';

export default defineContentScript({
  matches: [...DOCUMENT_MATCHES],
  // Not in the manifest: the background brings it into a page when there is a document to be reviewed.
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () =>
    offerPart(REVIEW_PART, {
      review,
      accompany: createCompanion((into, theme, card) => renderCard(into, theme, card, words), CARD_CSS),
    }),
});
