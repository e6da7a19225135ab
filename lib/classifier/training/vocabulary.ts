import type { WordVectors } from './vectors-file.ts';

/** How many words the model knows: the most frequent of the unlabelled text. */
const VOCABULARY_SIZE = 9_300;
/** Words much more frequent than this share of all words count little in a mean (Arora et al., "A Simple but Tough-to-Beat Baseline", 2017). */
const RARITY = 1e-3;
/** From this weight on a word counts in full: nine words in ten, which spares the tables a number for each. */
const FULL = 0.9;

/** The words that the model knows, with their vectors and their weights in a mean. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly idOf: ReadonlyMap<string, number>;
  readonly dimensions: number;
  readonly vectors: Float32Array;
  readonly weights: Float32Array;
}

export function chooseVocabulary(vectors: WordVectors): Vocabulary {
  const size = Math.min(VOCABULARY_SIZE, vectors.words.length);
  const words = vectors.words.slice(0, size);
  return {
    words,
    idOf: new Map(words.map((word, id) => [word, id])),
    dimensions: vectors.dimensions,
    vectors: vectors.values.slice(0, size * vectors.dimensions),
    weights: Float32Array.from(words, (_, id) => {
      const weight = RARITY / (RARITY + (vectors.counts[id] ?? 0) / vectors.total);
      return weight < FULL ? weight : 1;
    }),
  };
}

/** Writes the weighted mean of the known tokens' vectors to `out` at `offset`; zeros where none is known. */
export function meanVector(vocabulary: Vocabulary, tokens: readonly string[], out: Float32Array, offset: number): void {
  const { dimensions, idOf, vectors, weights } = vocabulary;
  let mass = 0;
  for (const token of tokens) {
    const id = idOf.get(token);
    if (id === undefined) continue;
    const weight = weights[id] ?? 0;
    mass += weight;
    for (let d = 0; d < dimensions; d++)
      out[offset + d] = (out[offset + d] ?? 0) + weight * (vectors[id * dimensions + d] ?? 0);
  }
  if (mass > 0) for (let d = 0; d < dimensions; d++) out[offset + d] = (out[offset + d] ?? 0) / mass;
}
