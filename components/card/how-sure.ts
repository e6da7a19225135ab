/** Keys of the words for a calibrated confidence, with the least confidence (0-1) that each stands for. */
const WORDS = [
  [0.9, 'cardSureVery'],
  [0.75, 'cardSureQuite'],
  [0.6, 'cardSureLeaning'],
  [0, 'cardSureGuess'],
] as const;

/** How sure a verdict is, in plain words. */
export function howSure(confidence: number): string {
  return WORDS.find(([least]) => confidence >= least)?.[1] ?? 'cardSureGuess';
}
