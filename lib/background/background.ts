import { createClassifier } from '../classifier/classify.ts';
import { ledgerDefinition } from '../ledger/schema.ts';
import { CONTENT_TO_BACKGROUND } from '../messaging/content-to-background.ts';
import { serveDocuments } from '../messaging/document-server.ts';
import { isOwnPage, isOwnTab } from '../messaging/sender.ts';
import { identity, serve } from '../messaging/serve.ts';
import { browserClock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import { createItem } from '../platform/item.ts';
import { localArea } from '../platform/storage.ts';
import { serveTurns } from '../platform/turns.ts';
import { review } from '../review/review.ts';
import { createItems, readSettings, watchSettings } from '../settings/settings.ts';
import { showBadge } from './badge.ts';
import { bringCard } from './card-script.ts';
import { registerCommands } from './commands.ts';
import { withCarried } from './documents/carry.ts';
import { createDocuments } from './documents/documents.ts';
import { createGrammarService, type FindGrammar } from './documents/grammar-service.ts';
import { registerInjection } from './injection.ts';
import { registerMenus } from './menus.ts';
import { openPage } from './pages.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { createSettingsService } from './settings-service.ts';
import { registerWelcome } from './welcome.ts';

/**
 * Registers every listener of the background, synchronously, so that an event that wakes it is not lost. It holds no state
 * that matters: it may be killed at any moment, and pages send their documents again.
 */
export function runBackground(loadGrammar: () => Promise<FindGrammar>): void {
  const forever = new AbortController().signal;
  const inTurn = serveTurns((sender) => isOwnTab(sender, identity()) || isOwnPage(sender, identity()));
  const area = { ...localArea, inTurn };
  const items = createItems(area);
  const settings = createSettingsService({
    items,
    ledger: createItem(ledgerDefinition, area),
    read: () => readSettings(items),
    clock: browserClock,
    changed: () => documents.follow(),
  });
  const refresh = () => settings.refresh().catch((error: unknown) => faults.note('settings', error));
  const documents = createDocuments(
    {
      createClassifier,
      review,
      readGrammar: createGrammarService(loadGrammar),
      clock: browserClock,
      settings: settings.now,
      correct: settings.correct,
      carry(carried) {
        settings
          .correct((all) => withCarried(all, carried))
          .catch((error: unknown) => faults.note('corrections', error));
      },
    },
    refresh(),
  );
  serveDocuments(documents.page);
  serve(
    CONTENT_TO_BACKGROUND,
    {
      ...settingsHandlers(settings),
      async 'set-badge'(badge, sender) {
        if (sender.tab?.id !== undefined) await showBadge(sender.tab.id, badge);
        return {};
      },
      async 'open-page'({ page }) {
        await openPage(page);
        return {};
      },
      async 'bring-card'(_, sender) {
        if (sender.tab?.id !== undefined) await bringCard(sender.tab.id);
        return {};
      },
    },
    isOwnTab,
    forever,
  );
  watchSettings(() => void refresh(), forever, items);
  registerMenus();
  registerCommands();
  registerInjection();
  registerWelcome();
}
