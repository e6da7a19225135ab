import type { GrammarHit, GrammarRequest } from '../../classifier/contract.ts';

/** Reads sentences for grammar; what `lib/classifier/grammar.ts` exports. */
export type FindGrammar = (texts: readonly string[]) => readonly (readonly GrammarHit[])[];

/** Answers sentences by their keys. Rejects when tier 2 cannot be loaded. */
export type ReadGrammar = (sentences: readonly GrammarRequest[]) => Promise<ReadonlyMap<string, readonly GrammarHit[]>>;

/** Sentences remembered by key, so that several tabs on one document, or one reloaded, read each once. About 100 bytes each. */
const REMEMBERED = 20_000;

/**
 * Tier 2, shared by all documents. Holds keys (hashes) and hits, no text; all of it may be lost.
 * @param load brings the reader; called at the first sentences, because loading it costs up to half a second.
 */
export function createGrammarService(load: () => Promise<FindGrammar>): ReadGrammar {
  const memo = new Map<string, readonly GrammarHit[]>();
  let loading: Promise<FindGrammar> | null = null;
  const reader = () => {
    loading ??= load().catch((error: unknown) => {
      // A failed load must not stick: the next sentences try again.
      loading = null;
      throw error;
    });
    return loading;
  };
  const remember = (key: string, hits: readonly GrammarHit[]) => {
    memo.set(key, hits);
    if (memo.size <= REMEMBERED) return;
    for (const oldest of memo.keys()) {
      memo.delete(oldest);
      break;
    }
  };
  return async (sentences) => {
    const unknown = new Map(sentences.filter(({ key }) => !memo.has(key)).map(({ key, text }) => [key, text]));
    if (unknown.size > 0) {
      const found = (await reader())([...unknown.values()]);
      [...unknown.keys()].forEach((key, index) => {
        remember(key, found[index] ?? []);
      });
    }
    return new Map(sentences.map(({ key }) => [key, memo.get(key) ?? []]));
  };
}
