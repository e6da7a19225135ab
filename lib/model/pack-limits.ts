/** Bounds of a rule pack. A phrase's words are looked up one by one, so the bounds hold its cost too. */
export const PACK_LIMITS = {
  /** Characters of a pack's file. */
  file: 128_000,
  /** How deep its lists and objects may stand in each other. */
  depth: 6,
  phrases: 300,
  vocabulary: 200,
  /** Passages that a phrase must, and must not, be found in; each. */
  examples: 10,
  exampleLength: 400,
  phraseLength: 80,
  phraseWords: 8,
  /** Places of a phrase that any word, or any number, may take. */
  wildcards: 2,
  nameLength: 60,
  aboutLength: 300,
} as const;

/** Log-odds that a found phrase adds: 0.25 tips a doubtful passage, 4 outweighs nearly all that a passage says itself. */
export const PACK_WEIGHT = { least: 0.25, usual: 2, most: 4 } as const;

/** In a phrase of a pack: any one word, any one number. */
export const ANY_WORD = '*';
export const ANY_FIGURE = '#';
