import { type CardControl, type CardDeps, createCard, type RenderCard } from './card.ts';
import { keepLedger, type LedgerKeeperDeps } from './ledger-keeper.ts';

/** What the companion needs of a page in which Stagemark runs. */
export interface CompanionPage extends Pick<CardDeps, 'host' | 'controller' | 'requests' | 'theme' | 'clock' | 'page'> {
  readonly ledger: LedgerKeeperDeps['ledger'];
  readonly signal: AbortSignal;
}

/** Starts what goes with the review of documents: the card and the ledger. */
export type Accompany = (page: CompanionPage) => CardControl;

/** @param cardCss the card's style sheet, for its shadow root. */
export function createCompanion(renderCard: RenderCard, cardCss: string): Accompany {
  return ({ signal, ledger, ...page }) => {
    page.host.dress(cardCss);
    keepLedger({ controller: page.controller, ledger, clock: page.clock }, signal);
    return createCard({ ...page, render: renderCard }, signal);
  };
}
