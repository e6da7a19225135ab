import { defineContentScript } from 'wxt/utils/define-content-script';
import { renderCard } from '../components/card/render.tsx';
import { CARD_CSS } from '../components/card/sheet.ts';
import { DOCUMENT_MATCHES } from '../lib/hosts/matches.ts';
import { cardStarter } from '../lib/page/card.ts';
import { CARD_PART } from '../lib/page/part-names.ts';
import { offerPart } from '../lib/platform/parts.ts';
import { words } from '../lib/platform/words.ts';

export default defineContentScript({
  matches: [...DOCUMENT_MATCHES],
  // Not in the manifest: the background brings it into a page when the writer first asks why.
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () =>
    offerPart(
      CARD_PART,
      cardStarter((into, theme, card) => renderCard(into, theme, card, words), CARD_CSS),
    ),
});
