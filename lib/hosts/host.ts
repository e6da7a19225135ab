import type { Marker } from '../marks/marker.ts';
import type { HostKind, Snapshot, SurfaceKind } from '../model/document.ts';

/**
 * The contract between a host page and the rest of Stagemark. All knowledge of a host stays in its folder; what crosses
 * here is blocks, offsets and marks. Everything ends when the signal given to `start` aborts, and leaves nothing behind.
 */
export interface Host {
  readonly kind: HostKind;
  /**
   * Begins watching the page. Surfaces are announced as they appear and withdrawn as they go; a surface never changes into
   * another document (navigation withdraws the old one at once and announces a new one).
   */
  start(events: HostEvents, signal: AbortSignal): void;
  /** What the host's own self-check says now. Never holds document text. */
  health(): HostHealth;
}

export interface HostEvents {
  /** A readable document is there. */
  appeared(surface: Surface): void;
  /** It is gone; its marks have already been removed. */
  vanished(surfaceId: string): void;
  /** The state of the page as a whole changed (booting, reload needed, no document here ...). */
  stateChanged(state: HostState): void;
}

/**
 * `waiting`: the editor is still starting. `no-document`: the page is not a document (home, chat, database only).
 * `ready`: at least one surface. `needs-reload`: the extension came after the page; a reload makes the document readable.
 * `unreadable`: the host changed or refused; nothing can be read.
 */
export const HOST_STATES = ['waiting', 'no-document', 'ready', 'needs-reload', 'unreadable'] as const;
export type HostState = (typeof HOST_STATES)[number];

/** Counts and named failures for the diagnostics view; keys are stable ids, values are numbers or short ids. */
export interface HostHealth {
  readonly state: HostState;
  readonly facts: Readonly<Record<string, number | string | boolean>>;
}

/** One change of a surface, told synchronously inside the host's own observer callback, so before the next paint. */
export interface SurfaceChange {
  readonly snapshot: Snapshot;
  /** Ids of blocks whose text changed, came or went since the last change; `null` = compare everything. */
  readonly touched: readonly string[] | null;
  /** True while the writer is typing or composing; verdicts should wait for a pause. */
  readonly typing: boolean;
}

/** A place in a block: offsets count in the block's text, `end` exclusive. */
export interface BlockRange {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

export type RevealResult = 'revealed' | 'moved' | 'gone';

export interface Surface {
  /** Stable for one document: survives re-rendering and reading again, differs between documents and tabs. */
  readonly id: string;
  readonly kind: SurfaceKind;
  /** The newest reading. Cheap: returns the same object while nothing changed. */
  snapshot(): Snapshot;
  /** Calls `listener` at every change until `signal` aborts. */
  watch(listener: (change: SurfaceChange) => void, signal: AbortSignal): void;
  /** Draws marks. The marker draws only what is on screen and keeps places right between calls. */
  readonly marker: Marker;
  /** Where the writer's caret is, or null when it is not in this surface or cannot be told. */
  caret(): { readonly blockId: string; readonly offset: number | null } | null;
  /** Ids of the blocks on or near the screen, in reading order; used to classify what is seen first. */
  visibleBlocks(): readonly string[];
  /**
   * Scrolls the range into view and flashes it. `quote` is the text expected there and `before`/`after` its neighbours'
   * texts, for when the block id is unknown. Never moves the caret, the selection or the focus.
   */
  reveal(range: BlockRange, quote: string): Promise<RevealResult>;
}
