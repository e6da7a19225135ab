import type { GrammarHit } from '../classifier/contract.ts';

/** Sentences remembered at least, and per sentence of the document: a memo smaller than the document never hits. */
const LEAST_CAPACITY = 20_000;

/** Tier 2's answers by sentence key, for as long as the tab lives: coming back to a document asks nothing again. */
export interface GrammarMemo {
  get(key: string): readonly GrammarHit[] | undefined;
  put(key: string, hits: readonly GrammarHit[]): void;
  readonly size: number;
}

/** Forgets the least recently used over its capacity. Holds keys (hashes) and hits, no text. */
export function createGrammarMemo(capacity = LEAST_CAPACITY): GrammarMemo {
  const known = new Map<string, readonly GrammarHit[]>();
  return {
    get(key) {
      const hits = known.get(key);
      if (hits === undefined) return undefined;
      known.delete(key);
      known.set(key, hits);
      return hits;
    },
    put(key, hits) {
      known.delete(key);
      known.set(key, hits);
      if (known.size <= capacity) return;
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    },
    get size() {
      return known.size;
    },
  };
}
