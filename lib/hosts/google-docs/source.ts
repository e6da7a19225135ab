import type { Limit } from '../../model/document.ts';
import type { Bridge, Splice } from './bridge/client.ts';
import type { Strictness } from './squeeze.ts';
import { type Kind, kindsOf } from './structure.ts';
import type { Line } from './visible.ts';

/** One reading of the raw text, whatever the way of reading. */
export interface SourceReading {
  readonly raw: string;
  /** What changed since the reading before; null = compare. */
  readonly splice: Splice | null;
  /** Raw offset of the caret, or -1. */
  readonly caret: number;
  /** The text was longer than what is read. */
  readonly cut: boolean;
}

/** A way of reading a document. */
export interface TextSource {
  /**
   * Reads now; null = nothing can be read at the moment. Returns the same object while nothing changed. `lines` gives what
   * the labels on the screen say.
   */
  read(lines: () => readonly Line[]): SourceReading | null;
  /** The page was seen to change. */
  repainted?(): void;
  /** Kinds by text, where the page tells them. */
  readonly kindOf: (text: string) => Kind | undefined;
  /** How strictly labels must agree with the text. */
  readonly strictness: Strictness;
  readonly limits: readonly Limit[];
  /** Whether it is taken only long after the page's start, when labels would be there if the page had any. */
  readonly isLate: boolean;
}

/** Reads through the page's text API. */
export function bridgeSource(bridge: Bridge): TextSource {
  const model = bridge.structure();
  let last: SourceReading | null = null;
  return {
    kindOf: model === null ? () => undefined : kindsOf(model),
    strictness: 'exact',
    isLate: false,
    limits: [],
    read() {
      const { state, text, splice, anchor, focus, cut } = bridge.read();
      if (state !== 'same' && state !== 'changed') return null;
      const caret = anchor === focus ? focus : -1;
      const same = last !== null && state === 'same' && last.raw === text;
      if (same && last?.caret === caret) return last;
      last = { raw: text, splice: same ? NO_CHANGE : splice, caret, cut };
      return last;
    },
  };
}

/** A splice that changes nothing. */
export const NO_CHANGE: Splice = { start: 0, removed: 0, inserted: '' };
