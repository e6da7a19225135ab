import type { GrammarHit } from '../classifier/contract.ts';
import type { GrammarAnswer, GrammarBatch } from '../messaging/content-to-background.ts';

/** Reads sentences for grammar; what `lib/classifier/grammar.ts` exports. */
export type FindGrammar = (texts: readonly string[]) => readonly (readonly GrammarHit[])[];

/** Sentences remembered, so that several tabs on one document, or one reloaded, read each once. About 100 bytes each. */
const REMEMBERED = 20_000;

/**
 * Answers grammar batches. Keeps nothing that cannot be lost: the memo dies with the worker, and the content scripts hold
 * their own.
 * @param load brings the reader; called at the first batch, because loading it costs up to half a second.
 */
export function createGrammarService(
  load: () => Promise<FindGrammar>,
): (batch: GrammarBatch) => Promise<GrammarAnswer> {
  const memo = new Map<string, readonly GrammarHit[]>();
  let loading: Promise<FindGrammar> | null = null;
  const reader = () => {
    loading ??= load().catch((error: unknown) => {
      // A failed load must not stick: the next batch tries again.
      loading = null;
      throw error;
    });
    return loading;
  };
  const remember = (text: string, hits: readonly GrammarHit[]) => {
    memo.set(text, hits);
    if (memo.size <= REMEMBERED) return;
    for (const oldest of memo.keys()) {
      memo.delete(oldest);
      break;
    }
  };
  return async ({ revision, sentences }) => {
    const unknown = [...new Set(sentences.map(({ text }) => text).filter((text) => !memo.has(text)))];
    if (unknown.length > 0) {
      const found = (await reader())(unknown);
      unknown.forEach((text, index) => {
        remember(text, found[index] ?? []);
      });
    }
    return {
      revision,
      answers: sentences.map(({ key, text }) => ({
        key,
        hits: (memo.get(text) ?? []).map(({ rule, start, end }) => ({ rule, start, end })),
      })),
    };
  };
}
