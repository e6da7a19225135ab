import type { SurfaceChange } from '../hosts/host.ts';
import type { CardHost } from '../marks/card-host.ts';
import { CARD_GAP_PX, putCard } from '../marks/card-place.ts';
import type { MarkHit, MarkStyle } from '../marks/marker.ts';
import type { Sender } from '../messaging/sender.ts';
import { type PassageDetail, passageDetailSchema } from '../model/detail.ts';
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
/** The card begins this far before the pointer, in CSS pixels, or where the line begins. */
const POINTER_PX = 40;
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

/** What the card needs of the page in which it stands. */
export interface CardPage {
  readonly host: CardHost;
  readonly controller: Pick<Controller, 'sessions' | 'onChange'>;
  readonly requests: CardRequests;
  readonly theme: () => MarkStyle['theme'];
  readonly clock: Clock;
  readonly page: Document;
  /** Where the pointer was last, in client coordinates, if that is known. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
  readonly signal: AbortSignal;
}

/** Starts the card in a page. What the card's script hands in. */
export type StartCard = (page: CardPage) => CardControl;

export interface CardControl {
  /** Opens the card of a passage with the keyboard in it. */
  showByKey(surfaceId: string, passageId: string): void;
  close(): void;
}

/** @param css the card's style sheet, for its shadow root. */
export function cardStarter(render: RenderCard, css: string): StartCard {
  return (page) => {
    page.host.dress({ css, gapPx: CARD_GAP_PX, put: putCard });
    return createCard(render, page);
  };
}

/** Opens the card on hover and by key, and closes it when its place is no longer sure: scroll, page change, typing. */
function createCard(render: RenderCard, deps: CardPage): CardControl {
  const { host, controller, clock, page, signal } = deps;
  let open: { readonly surfaceId: string; readonly passageId: string; readonly byKey: boolean } | null = null;
  /** Ends what is watched for the open card. */
  let watching = new AbortController();
  /** Where the open card's passage began when the card came; null where it was not seen. */
  let place: DOMRectReadOnly | null = null;
  /** What the open card says. */
  let shown: PassageDetail | null = null;
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
    watching.abort();
    open = null;
    shown = null;
    if (byKey) host.giveKeyboardBack();
    render(host.root, deps.theme(), null);
    host.close();
  };

  const sessionOf = (surfaceId: string): Session | null =>
    controller.sessions().find(({ surface }) => surface.id === surfaceId) ?? null;
  const startOf = (surfaceId: string, passageId: string): DOMRectReadOnly | null =>
    sessionOf(surfaceId)?.surface.marker.rectsOf(passageId)[0] ?? null;
  /** Whether the open card's passage stands elsewhere now. One that has lost its marks, as by a correction, does not. */
  const hasMoved = (): boolean => {
    const now = open === null ? null : startOf(open.surfaceId, open.passageId);
    if (now === null || place === null) return false;
    return Math.abs(now.top - place.top) > 1 || Math.abs(now.left - place.left) > 1;
  };
  const bring = async (surfaceId: string, passageId: string): Promise<PassageDetail | null> => {
    const session = sessionOf(surfaceId);
    if (session === null || session.passage(passageId) === null) return null;
    const answer = await session.explain(passageId);
    const detail = answer.ok ? passageDetailSchema.safeParse(answer.value) : null;
    if (detail?.success === true) return detail.data;
    if (!answer.ok && answer.code === 'gone') return null;
    throw new Error(answer.ok ? 'The detail of a passage did not have the agreed form.' : answer.error);
  };
  const draw = (detail: PassageDetail, byKey: boolean) => {
    shown = detail;
    const { surfaceId, passageId } = detail;
    const act = (work: unknown) => {
      Promise.resolve(work).then(redraw, (error: unknown) => faults.note('card', error));
    };
    const { requests } = deps;
    render(host.root, deps.theme(), {
      detail,
      keyboard: byKey,
      actions: {
        relabel: (label) => act(requests['relabel-passage']({ surfaceId, passageId, label }, SELF)),
        relabelPhrase: (phrase, label) => act(requests['relabel-phrase']({ phrase, label }, SELF)),
        undo: () => act(requests['relabel-passage']({ surfaceId, passageId, label: null }, SELF)),
        close,
      },
    });
    host.place();
  };
  /** Brings what the open card says up to date; `first` runs before it is drawn for the first time. */
  const fill = (card: NonNullable<typeof open>, first: () => void = () => undefined) => {
    bring(card.surfaceId, card.passageId).then(
      (detail) => {
        // Another card may be open by now, or none.
        if (open !== card) return;
        if (detail === null) return close();
        first();
        draw(detail, card.byKey);
      },
      (error: unknown) => {
        faults.note('card', error);
        if (open === card) close();
      },
    );
  };
  const redraw = () => {
    if (open === null) return;
    const { surfaceId, passageId, byKey } = open;
    const now = sessionOf(surfaceId)?.passage(passageId) ?? null;
    // The label shows at once; the reasons for it come from the background.
    if (shown !== null && now !== null && now.by !== shown.verdict.by) {
      const { label, signal, by } = now;
      draw({ ...shown, undoable: by === 'writer', verdict: { ...shown.verdict, label, signal, by } }, byKey);
    }
    fill(open);
  };
  const show = (surfaceId: string, passageId: string, line: DOMRectReadOnly, byKey: boolean) => {
    close();
    const card = { surfaceId, passageId, byKey };
    open = card;
    place = startOf(surfaceId, passageId);
    watching = new AbortController();
    // The keys of an editor that takes them in a frame of its own are not heard here.
    const typed = ({ typing }: SurfaceChange) => typing && !byKey && close();
    sessionOf(surfaceId)?.surface.watch(typed, AbortSignal.any([watching.signal, signal]));
    fill(card, () => {
      host.open(line, around(sessionOf(surfaceId)?.surface.marker.rectsOf(passageId) ?? []) ?? line);
      // What is drawn now is what takes the keyboard.
      if (byKey) queueMicrotask(() => open === card && host.takeKeyboard());
    });
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
    else {
      const { session, hit } = found;
      wait(DWELL_MS, () => show(session.surface.id, hit.passageId, from(hit.rect, x), false));
    }
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
  controller.onChange(() => {
    if (open === null) return;
    if (sessionOf(open.surfaceId) === null || (!open.byKey && hasMoved())) close();
    else redraw();
  }, signal);
  signal.addEventListener('abort', close);
  if (deps.pointer !== null) pointed(deps.pointer.x, deps.pointer.y);

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

/** The part of a line that begins shortly before the pointer, so that the card comes where the eye is. */
function from({ left, top, right, height }: DOMRectReadOnly, x: number): DOMRectReadOnly {
  const start = Math.max(left, Math.min(x - POINTER_PX, right));
  return new DOMRectReadOnly(start, top, right - start, height);
}

/** The rectangle around all of some; null where there are none. */
function around(rects: readonly DOMRectReadOnly[]): DOMRectReadOnly | null {
  if (rects.length === 0) return null;
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRectReadOnly(left, top, right - left, bottom - top);
}

/** Where the card stands when its passage has no mark on screen. */
function middleOf(page: Document): DOMRectReadOnly {
  const { clientWidth, clientHeight } = page.documentElement;
  return new DOMRectReadOnly(clientWidth / 2 - 160, clientHeight / 3, 320, 0);
}
