import type { Host, HostEvents, HostHealth, HostState } from '../host.ts';
import { type DocsAddress, parseAddress, surfaceId } from './address.ts';
import { type Bridge, openBridge } from './bridge/client.ts';
import { exportSource } from './export.ts';
import { SELECTORS } from './labels.ts';
import { bridgeSource, type TextSource } from './source.ts';
import { DocsSurface } from './surface.ts';
import { visibleSource } from './visible.ts';

export interface GoogleDocsDeps {
  /** The page's address now. */
  readonly address?: () => string;
  /** How long the page's text API is waited for before other ways of reading are taken, in milliseconds. */
  readonly apiWaitMs?: number;
}

/** The text API comes within seconds of the page; after this long it is taken for missing, in milliseconds. */
const API_WAIT_MS = 10_000;
/** While another way of reading is used, the text API is looked for this often, in milliseconds. */
const API_RETRY_MS = 2_000;

/** While the editor starts, the page is looked at this often, in milliseconds. */
const BOOT_POLL_MS = 120;
/** The page-world script must answer within this time of the page's being there, in milliseconds. */
const BRIDGE_WAIT_MS = 1500;
/** After a change of tab the text is believed when it changed, or when labels confirm it after this long, in milliseconds. */
const TAB_SETTLE_MS = 1200;

/** Creates the host for a Google Docs page. Nothing happens before `start`. */
export function createGoogleDocsHost(deps: GoogleDocsDeps = {}): Host {
  return new GoogleDocsHost(deps.address ?? (() => location.href), deps.apiWaitMs ?? API_WAIT_MS);
}

class GoogleDocsHost implements Host {
  readonly kind = 'google-docs';
  readonly #address: () => string;
  #state: HostState = 'waiting';
  #bridge: Bridge | null = null;
  #surface: { readonly surface: DocsSurface; readonly stop: AbortController } | null = null;
  #events: HostEvents | null = null;
  #facts: Record<string, number | string | boolean> = {};

  readonly #apiWaitMs: number;
  /** Which way of reading is used now; for the self-check. */
  #way: 'none' | 'text' | 'export' | 'labels' = 'none';

  constructor(address: () => string, apiWaitMs: number) {
    this.#address = address;
    this.#apiWaitMs = apiWaitMs;
  }

  start(events: HostEvents, signal: AbortSignal): void {
    this.#events = events;
    this.#bridge = openBridge(signal);
    signal.addEventListener('abort', () => this.#close());
    this.#open(signal, null);
  }

  health(): HostHealth {
    const refused = this.#bridge?.refused() ?? 0;
    return {
      state: this.#state,
      facts: { ...this.#facts, way: this.#way, refused, ...this.#surface?.surface.facts() },
    };
  }

  /** Waits until the document of the present address can be read. `left` is the text of the tab that was left. */
  #open(signal: AbortSignal, left: string | null): void {
    const address = this.#address();
    const parsed = parseAddress(address);
    if (parsed === null) {
      this.#tell('no-document');
      return;
    }
    this.#tell('waiting');
    let since = performance.now();
    const attempt = () => {
      if (signal.aborted) return;
      if (document.hidden) {
        // A tab that nobody looks at is not read, and no time runs against its text API.
        const shown = () => {
          since = performance.now();
          attempt();
        };
        document.addEventListener('visibilitychange', shown, { once: true, signal });
        return;
      }
      if (this.#address() !== address && this.#moved(address)) {
        this.#open(signal, left);
        return;
      }
      const waited = performance.now() - since;
      if (this.#tryOpen(surfaceId(parsed), left, waited, signal)) return;
      if (waited > this.#apiWaitMs) void this.#openOtherwise(parsed, attempt, signal);
      else setTimeout(attempt, BOOT_POLL_MS);
    };
    attempt();
  }

  /** Reads the export, else the labels on the screen, and goes back to the text API when it comes. */
  async #openOtherwise(address: DocsAddress, again: () => void, signal: AbortSignal): Promise<void> {
    const scroller = document.querySelector<HTMLElement>(SELECTORS.scroller);
    const id = surfaceId(address);
    const exported = scroller === null ? null : await exportSource(address, signal);
    const source = exported ?? visibleSource();
    const here = parseAddress(this.#address());
    if (signal.aborted || scroller === null || here === null || surfaceId(here) !== id) {
      // A page without the editor's element after all this time is one that Docs built anew: looked at now and then.
      if (scroller === null && !signal.aborted) this.#tell('unreadable');
      setTimeout(again, scroller === null ? API_RETRY_MS : BOOT_POLL_MS);
      return;
    }
    if (!this.#announce(id, scroller, source, false, signal)) this.#tell('unreadable');
    else this.#way = exported === null ? 'labels' : 'export';
    const retry = () => {
      if (signal.aborted) return;
      const open = this.#surface?.surface.id === id || this.#state === 'unreadable';
      const { state } = document.hidden || this.#bridge === null ? { state: 'pending' } : this.#bridge.read();
      if (open && (state === 'same' || state === 'changed')) {
        this.#close();
        again();
      } else if (open) setTimeout(retry, API_RETRY_MS);
    };
    setTimeout(retry, API_RETRY_MS);
  }

  #moved(address: string): boolean {
    const now = parseAddress(this.#address());
    const before = parseAddress(address);
    return now === null || before === null || surfaceId(now) !== surfaceId(before);
  }

  /** True when waiting is over. */
  #tryOpen(id: string, left: string | null, waited: number, signal: AbortSignal): boolean {
    const bridge = this.#bridge;
    const scroller = document.querySelector<HTMLElement>(SELECTORS.scroller);
    if (bridge === null || scroller === null) return false;
    const { state, text, flag } = bridge.read();
    this.#facts = { api: state, flag };
    if (state === 'absent') {
      if (waited < BRIDGE_WAIT_MS) return false;
      this.#tell('needs-reload');
      return true;
    }
    if (state !== 'same' && state !== 'changed') return false;
    if (left !== null && text === left && waited < TAB_SETTLE_MS) return false;
    if (!this.#announce(id, scroller, bridgeSource(bridge), left !== null, signal)) return false;
    this.#way = 'text';
    return true;
  }

  #announce(id: string, scroller: HTMLElement, source: TextSource, confirm: boolean, signal: AbortSignal): boolean {
    const stop = new AbortController();
    const address = this.#address();
    const surface = new DocsSurface({
      id,
      scroller,
      source,
      stillHere: () => {
        if (this.#address() === address || !this.#moved(address)) return true;
        this.#leave(signal);
        return false;
      },
    });
    surface.start(AbortSignal.any([stop.signal, signal]));
    if ((confirm && !surface.agrees()) || surface.raw.trim() === '') {
      stop.abort();
      return false;
    }
    this.#surface = { surface, stop };
    this.#events?.appeared(surface);
    this.#tell('ready');
    return true;
  }

  /** The address now names another document or tab: the old surface goes at once. */
  #leave(signal: AbortSignal): void {
    const left = this.#surface?.surface.raw ?? null;
    this.#close();
    this.#open(signal, left);
  }

  #close(): void {
    const open = this.#surface;
    this.#surface = null;
    open?.stop.abort();
    if (open !== null) this.#events?.vanished(open.surface.id);
  }

  #tell(state: HostState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#events?.stateChanged(state);
  }
}
