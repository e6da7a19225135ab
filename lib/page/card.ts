import type { CardHost } from '../marks/card-host.ts';
import type { MarkHit, MarkStyle } from '../marks/marker.ts';
import type { Sender } from '../messaging/sender.ts';
import type { PassageDetail } from '../model/detail.ts';
import type { Label } from '../model/stage.ts';
import type { Clock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import type { Controller } from './controller.ts';
import type { ContentHandlers } from './requests.ts';
import type { Session } from './session.ts';

/** The pointer rests this long on a mark before its card comes, in milliseconds: passing over opens nothing. */
const DWELL_MS = 350;
/** The pointer may leave mark and card this long before the card goes, in milliseconds: time to cross the gap. */
const LEAVE_MS = 250;
/** The card asks from inside the page, so there is no other context to check. */
const SELF: Sender = {};

/** What the card can ask for, of all that `createRequests` answers. */
export type CardRequests = Pick<ContentHandlers, 'relabel-passage' | 'relabel-phrase'>;

/** Renders the card, or empties its place. What `components/card/render.tsx` exports, with its words bound. */
export type RenderCard = (
  into: Element,
  theme: MarkStyle['theme'],
  card: {
    readonly detail: PassageDetail;
    readonly keyboard: boolean;
    readonly actions: {
      relabel(label: Label): void;
      relabelPhrase(phrase: string, label: Label): void;
      undo(): void;
      close(): void;
    };
  } | null,
) => void;

export interface CardDeps {
  readonly host: CardHost;
  readonly render: RenderCard;
  readonly controller: Controller;
  readonly requests: CardRequests;
  readonly theme: () => MarkStyle['theme'];
  readonly clock: Clock;
  readonly page: Document;
}

export interface CardControl {
  /** Opens the card of a passage with the keyboard in it. */
  showByKey(surfaceId: string, passageId: string): void;
  close(): void;
}

/** Opens the card on hover and by key, and closes it when its place is no longer sure: scroll, page change, typing. */
export function createCard(deps: CardDeps, signal: AbortSignal): CardControl {
  const { host, render, controller, clock, page } = deps;
  let open: { readonly surfaceId: string; readonly passageId: string; readonly byKey: boolean } | null = null;
  let pending = new AbortController();
  /** What the pointer is about to do: open a passage's card, stay, leave. */
  let aim: string | null = null;

  const wait = (ms: number, run: () => void) => {
    pending.abort();
    pending = new AbortController();
    clock.after(ms, run, AbortSignal.any([pending.signal, signal]));
  };
  const close = () => {
    pending.abort();
    aim = null;
    if (open === null) return;
    const { byKey } = open;
    open = null;
    if (byKey) host.giveKeyboardBack();
    render(host.root, deps.theme(), null);
    host.close();
  };

  const sessionOf = (surfaceId: string): Session | null =>
    controller.sessions().find(({ surface }) => surface.id === surfaceId) ?? null;
  const draw = (): boolean => {
    if (open === null) return false;
    const { surfaceId, passageId, byKey } = open;
    const session = sessionOf(surfaceId);
    if (session === null || session.verdict(passageId) === null) return false;
    const act = (work: unknown) => {
      Promise.resolve(work).then(redraw, (error: unknown) => faults.note('card', error));
    };
    const { requests } = deps;
    render(host.root, deps.theme(), {
      detail: session.detail(passageId),
      keyboard: byKey,
      actions: {
        relabel: (label) => act(requests['relabel-passage']({ surfaceId, passageId, label }, SELF)),
        relabelPhrase: (phrase, label) => act(requests['relabel-phrase']({ phrase, label }, SELF)),
        undo: () => act(requests['relabel-passage']({ surfaceId, passageId, label: null }, SELF)),
        close,
      },
    });
    return true;
  };
  const redraw = () => {
    if (open === null) return;
    if (!draw()) close();
    else host.place();
  };
  const show = (surfaceId: string, passageId: string, rect: DOMRectReadOnly, byKey: boolean) => {
    close();
    open = { surfaceId, passageId, byKey };
    host.open(rect);
    if (!draw()) {
      close();
      return;
    }
    host.place();
    if (byKey) host.takeKeyboard();
  };

  const hitAt = (x: number, y: number): { readonly session: Session; readonly hit: MarkHit } | null => {
    for (const session of controller.sessions()) {
      const hit = session.surface.marker.hit(x, y);
      if (hit !== null) return { session, hit };
    }
    return null;
  };
  const pointed = (x: number, y: number) => {
    if (open?.byKey) return;
    const onCard = open !== null && host.covers(x, y);
    const found = onCard ? null : hitAt(x, y);
    const passage = found === null ? null : `${found.session.surface.id}/${found.hit.passageId}`;
    const stays = onCard || (open !== null && passage === `${open.surfaceId}/${open.passageId}`);
    const next = stays ? 'stay' : (passage ?? (open === null ? 'nothing' : 'leave'));
    if (next === aim) return;
    aim = next;
    if (next === 'leave') wait(LEAVE_MS, close);
    else if (stays || found === null) pending.abort();
    else wait(DWELL_MS, () => show(found.session.surface.id, found.hit.passageId, found.hit.rect, false));
  };

  let moved: { readonly x: number; readonly y: number } | null = null;
  page.defaultView?.addEventListener(
    'pointermove',
    (event) => {
      // A pressed button is a selection or a drag: the writer is busy.
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      const first = moved === null;
      moved = { x: event.clientX, y: event.clientY };
      if (!first) return;
      requestAnimationFrame(() => {
        const at = moved;
        moved = null;
        if (at !== null && !signal.aborted) pointed(at.x, at.y);
      });
    },
    { capture: true, passive: true, signal },
  );
  // Events on the card itself never come here: its host stops them first.
  const leave = () => (open === null ? pending.abort() : close());
  for (const type of ['scroll', 'pointerdown', 'resize'] as const) {
    page.defaultView?.addEventListener(type, leave, { capture: true, passive: true, signal });
  }
  page.defaultView?.addEventListener('keydown', () => host.hasKeyboard() || leave(), { capture: true, signal });
  page.addEventListener('visibilitychange', close, { signal });
  controller.subscribe(() => {
    if (open !== null && sessionOf(open.surfaceId) === null) close();
    else redraw();
  }, signal);
  signal.addEventListener('abort', close);

  return {
    close,
    showByKey(surfaceId, passageId) {
      const session = sessionOf(surfaceId);
      if (session === null) return;
      const rect = session.surface.marker.rectsOf(passageId)[0] ?? middleOf(page);
      show(surfaceId, passageId, rect, true);
    },
  };
}

/** Where the card stands when its passage has no mark on screen. */
function middleOf(page: Document): DOMRectReadOnly {
  const { clientWidth, clientHeight } = page.documentElement;
  return new DOMRectReadOnly(clientWidth / 2 - 160, clientHeight / 3, 320, 0);
}
