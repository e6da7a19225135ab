import { defineContentScript } from 'wxt/utils/define-content-script';
import { renderCard } from '../../components/card/render.tsx';
import { CARD_CSS } from '../../components/card/sheet.ts';
import { createClassifier } from '../../lib/classifier/classify.ts';
import { hostAt } from '../../lib/hosts/index.ts';
import { DOCUMENT_MATCHES } from '../../lib/hosts/matches.ts';
import { runTab } from '../../lib/page/tab.ts';
import { words } from '../../lib/platform/words.ts';
import { review } from '../../lib/review/review.ts';

export default defineContentScript({
  matches: [...DOCUMENT_MATCHES],
  // Keys must be caught before the page's own listeners on window, which hosts register while they load.
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (ctx) =>
    runTab(
      {
        ...hostAt(new URL(location.href)),
        createClassifier,
        review,
        renderCard: (into, theme, card) => renderCard(into, theme, card, words),
        cardCss: CARD_CSS,
      },
      ctx.signal,
    ),
});
