import type { Host, HostEvents, HostHealth, HostState } from '../host.ts';
import { parseAddress, surfaceId } from './address.ts';
import { type Bridge, openBridge } from './bridge/client.ts';
import { SELECTORS } from './labels.ts';
import { bridgeSource, type TextSource } from './source.ts';
import { DocsSurface } from './surface.ts';

export interface GoogleDocsDeps {
  /** The page's address now. */
  readonly address?: () => string;
}

/** While the editor starts, the page is looked at this often, in milliseconds. */
const BOOT_POLL_MS = 120;
/** The page-world script must answer within this time of the page's being there, in milliseconds. */
const BRIDGE_WAIT_MS = 1500;
/** After a change of tab the text is believed when it changed, or when labels confirm it after this long, in milliseconds. */
const TAB_SETTLE_MS = 1200;

/** Creates the host for a Google Docs page. Nothing happens before `start`. */
export function createGoogleDocsHost(deps: GoogleDocsDeps = {}): Host {
  return new GoogleDocsHost(deps.address ?? (() => location.href));
}

class GoogleDocsHost implements Host {
  readonly kind = 'google-docs';
  readonly #address: () => string;
  #state: HostState = 'waiting';
  #bridge: Bridge | null = null;
  #surface: { readonly surface: DocsSurface; readonly stop: AbortController } | null = null;
  #events: HostEvents | null = null;
  #facts: Record<string, number | string | boolean> = {};

  constructor(address: () => string) {
    this.#address = address;
  }

  start(events: HostEvents, signal: AbortSignal): void {
    this.#events = events;
    this.#bridge = openBridge(signal);
    signal.addEventListener('abort', () => this.#close());
    this.#open(signal, null);
  }

  health(): HostHealth {
    const refused = this.#bridge?.refused() ?? 0;
    return { state: this.#state, facts: { ...this.#facts, refused, ...this.#surface?.surface.facts() } };
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
    const since = performance.now();
    const attempt = () => {
      if (signal.aborted) return;
      if (this.#address() !== address && this.#moved(address)) {
        this.#open(signal, left);
        return;
      }
      if (!document.hidden && this.#tryOpen(surfaceId(parsed), left, performance.now() - since, signal)) return;
      setTimeout(attempt, BOOT_POLL_MS);
    };
    attempt();
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
    return this.#announce(id, scroller, bridgeSource(bridge), left !== null, signal);
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
    if (confirm && !surface.agrees()) {
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
