import { CONTENT_TO_BACKGROUND } from '../messaging/content-to-background.ts';
import { serveGrammar } from '../messaging/grammar-port.ts';
import { isOwnPage, isOwnTab } from '../messaging/sender.ts';
import { identity, serve } from '../messaging/serve.ts';
import { serveTurns } from '../platform/turns.ts';
import { showBadge } from './badge.ts';
import { registerCommands } from './commands.ts';
import { createGrammarService, type FindGrammar } from './grammar-service.ts';
import { registerInjection } from './injection.ts';
import { registerMenus } from './menus.ts';
import { openPage } from './pages.ts';
import { bringReview } from './review-script.ts';
import { registerWelcome } from './welcome.ts';

/**
 * Registers every listener of the background, synchronously, so that an event that wakes it is not lost. It holds no state
 * that matters: it may be killed at any moment.
 */
export function runBackground(loadGrammar: () => Promise<FindGrammar>): void {
  const forever = new AbortController().signal;
  serveGrammar(createGrammarService(loadGrammar));
  serveTurns((sender) => isOwnTab(sender, identity()) || isOwnPage(sender, identity()));
  serve(
    CONTENT_TO_BACKGROUND,
    {
      async 'set-badge'(badge, sender) {
        if (sender.tab?.id !== undefined) await showBadge(sender.tab.id, badge);
        return {};
      },
      async 'open-page'({ page }) {
        await openPage(page);
        return {};
      },
      async 'bring-review'(_, sender) {
        if (sender.tab?.id !== undefined) await bringReview(sender.tab.id);
        return {};
      },
    },
    isOwnTab,
    forever,
  );
  registerMenus();
  registerCommands();
  registerInjection();
  registerWelcome();
}
