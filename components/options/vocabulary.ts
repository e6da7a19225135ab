/** A vocabulary with a word added at its place in the alphabet. The same array where there is nothing to add. */
export function addWord(vocabulary: readonly string[], typed: string): readonly string[] {
  const word = typed.trim().replace(/\s+/g, ' ');
  const known = vocabulary.some((other) => other.toLowerCase() === word.toLowerCase());
  if (word === '' || known) return vocabulary;
  return [...vocabulary, word].sort((a, b) => a.localeCompare(b, 'en'));
}
