import type { Clock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import { partOf } from '../platform/parts.ts';
import type { CardControl, CardPage } from './card.ts';
import { CARD_PART } from './part-names.ts';

/** How long the card's script may take to come once it was sent, in milliseconds. */
const PATIENCE_MS = 10_000;

export interface CardLoaderDeps {
  readonly page: Omit<CardPage, 'pointer'>;
  /** Asks the background to bring the card's script. */
  readonly bring: () => Promise<unknown>;
  readonly clock: Clock;
}

/** Brings the card when it is first needed. */
export interface CardLoader {
  /** The same card while it is loading or loaded; tries anew after a failure. */
  load(): Promise<CardControl>;
}

/** The card also comes when the pointer is first on a mark; until then a page carries none of it. */
export function createCardLoader({ page, bring, clock }: CardLoaderDeps, signal: AbortSignal): CardLoader {
  let loading: Promise<CardControl> | null = null;
  let pointer: CardPage['pointer'] = null;
  const found = new AbortController();

  const failure = async (): Promise<never> => {
    await bring();
    await new Promise<void>((resolve) => clock.after(PATIENCE_MS, resolve, signal));
    throw new Error('The card did not come.');
  };
  const load = () => {
    loading ??= Promise.race([partOf(CARD_PART), failure()]).then(
      (start) => {
        found.abort();
        return start({ ...page, pointer });
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  const look = (event: PointerEvent) => {
    // A pressed button is a selection or a drag: the writer is busy.
    const isBusy = event.type === 'pointerdown' || event.buttons !== 0 || event.pointerType === 'touch';
    pointer = isBusy ? null : { x: event.clientX, y: event.clientY };
    if (pointer === null || loading !== null) return;
    const { x, y } = pointer;
    const isOnMark = page.controller.sessions().some(({ surface }) => surface.marker.hit(x, y) !== null);
    if (isOnMark) load().catch((error: unknown) => faults.note('card', error));
  };
  const options = { capture: true, passive: true, signal: AbortSignal.any([found.signal, signal]) };
  for (const type of ['pointermove', 'pointerdown'] as const) {
    page.page.defaultView?.addEventListener(type, look, options);
  }
  return { load };
}
