import { renderCard } from '../../components/card/render.tsx';
import { CARD_CSS } from '../../components/card/sheet.ts';
import { createClassifier } from '../../lib/classifier/classify.ts';
import type { CheckerEditor } from '../../lib/hosts/checker/editor.ts';
import { createCheckerHost } from '../../lib/hosts/checker/host.ts';
import { createCardHost } from '../../lib/marks/card-host.ts';
import { type RunningPage, runPage } from '../../lib/page/tab.ts';
import { words } from '../../lib/platform/words.ts';
import { review } from '../../lib/review/review.ts';

/** Runs Stagemark in the editor, as it runs in the hosts' pages. */
export function runChecker(editor: CheckerEditor, signal: AbortSignal): Promise<RunningPage | null> {
  followScheme(signal);
  return runPage(
    {
      hostKind: 'checker',
      createHost: () => createCheckerHost(editor),
      createClassifier,
      loadReview: async () => ({
        review,
        renderCard: (into, theme, props) => renderCard(into, theme, props, words),
        cardCss: CARD_CSS,
      }),
      cardHost: createCardHost(document, signal),
    },
    signal,
  );
}

/** Marks take their theme from the class that Notion's pages have; here it follows the browser. */
function followScheme(signal: AbortSignal): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.body.classList.toggle('dark', dark.matches);
  dark.addEventListener('change', follow, { signal });
  follow();
}
