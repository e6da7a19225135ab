import type { PartName } from '../platform/parts.ts';
import type { StartCard } from './card.ts';

/** Under this name the card's script hands in what starts the card. */
export const CARD_PART: PartName<StartCard> = { name: 'card' };
