import type { DocumentType } from '../../lib/model/document.ts';
import type { MarkMode, Scope, TabState } from '../../lib/model/tab.ts';

/** What a surface hears of its tab: its state, or that the tab cannot be reached just now. */
export type TabUpdate =
  | { readonly ok: true; readonly state: TabState }
  | { readonly ok: false; readonly error: 'unreachable' | 'failed' };

/** What became of a jump; `failed` when the tab did not answer. */
export type RevealOutcome = 'revealed' | 'moved' | 'gone' | 'failed';

/** One tab as popup, panel and checker see and steer it. */
export interface TabClient {
  /** Tells the newest state at once and at every change until `signal` aborts. */
  watch(listener: (update: TabUpdate) => void, signal: AbortSignal): void;
  /** Scrolls the document to a passage and flashes it. */
  reveal(surfaceId: string, passageId: string): Promise<RevealOutcome>;
  /** Says what the document is; null = what Stagemark detects. */
  chooseType(surfaceId: string, type: DocumentType | null): void;
  setMode(mode: MarkMode): void;
  setSwitch(scope: Scope, on: boolean): void;
  /** Silence everywhere for a while; 0 ends it. */
  snooze(minutes: number): void;
  reloadTab(): void;
}
