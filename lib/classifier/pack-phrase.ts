import { patternTokens } from './hand.ts';
import { PhraseFinder } from './phrases.ts';
import { scanTokens, TokenBuffer } from './tokens.ts';

const tokens = new TokenBuffer();

/** Whether a phrase of a rule pack is found in a text, as it would be in a passage. */
export function findsPackPhrase(phrase: string, text: string): boolean {
  let found = false;
  scanTokens(text, tokens);
  PhraseFinder.of([[patternTokens(phrase)]]).find(tokens, () => {
    found = true;
  });
  return found;
}
