import { renderCard } from '../../components/card/render.tsx';
import { CARD_CSS } from '../../components/card/sheet.ts';
import type { CheckerEditor } from '../../lib/hosts/checker/editor.ts';
import { createCheckerHost } from '../../lib/hosts/checker/host.ts';
import { createCardHost } from '../../lib/marks/card-host.ts';
import { type Identity, isOwnPage, type Sender } from '../../lib/messaging/sender.ts';
import { serve } from '../../lib/messaging/serve.ts';
import { serveState } from '../../lib/messaging/state-port.ts';
import { cardStarter, type RenderCard } from '../../lib/page/card.ts';
import { CARD_PART } from '../../lib/page/part-names.ts';
import { CONTENT_REQUESTS } from '../../lib/page/requests.ts';
import { backgroundDeps, type RunningPage, runPage } from '../../lib/page/tab.ts';
import { offerPart } from '../../lib/platform/parts.ts';
import { words } from '../../lib/platform/words.ts';

/** Runs Stagemark in the editor, as it runs in the hosts' pages. */
export async function runChecker(editor: CheckerEditor, signal: AbortSignal): Promise<RunningPage | null> {
  followScheme(signal);
  const render: RenderCard = (into, theme, props) => renderCard(into, theme, props, words);
  const page = await runPage(
    {
      hostKind: 'checker',
      createHost: () => createCheckerHost(editor),
      ...backgroundDeps(signal),
      // The card is in this page already.
      bringCard: async () => offerPart(CARD_PART, cardStarter(render, CARD_CSS)),
      cardHost: createCardHost(document, signal),
    },
    signal,
  );
  if (page === null) return null;
  serve(CONTENT_REQUESTS, page.requests, isSurface, signal);
  serveState(page.controller.subscribe, signal);
  return page;
}

/** Pages of the extension that hold a document themselves; what they say is meant for the background. */
const DOCUMENT_PAGES = ['checker.html', 'welcome.html'];

/** Popup and panel may ask about this tab. */
function isSurface(sender: Sender, self: Identity): boolean {
  const fromDocument = DOCUMENT_PAGES.some((page) => sender.url?.startsWith(`${self.extensionRoot}${page}`) === true);
  return isOwnPage(sender, self) && !fromDocument;
}

/** Marks take their theme from the class that Notion's pages have; here it follows the browser. */
function followScheme(signal: AbortSignal): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.body.classList.toggle('dark', dark.matches);
  dark.addEventListener('change', follow, { signal });
  follow();
}
