import type { Passage } from '../model/passage.ts';
import type { Report } from '../model/report.ts';
import { detectEnglish } from '../text/language.ts';

/** Under so many words a mix says more about chance than about a document. */
const LEAST_WORDS = 40;
/** With this share of its words in English a document is English enough. */
const ENGLISH_PART = 0.3;
/** Characters by which the language is told. */
const SAMPLE = 20_000;

/** Whether a document can be reviewed, or why not. */
export function stateOf(passages: readonly Passage[]): Report['state'] {
  if (passages.length === 0) return 'empty';
  if (detectEnglish(sampleOf(passages)) === 'other' && !isPartlyEnglish(passages)) return 'not-english';
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  return words < LEAST_WORDS ? 'too-short' : 'ready';
}

/** Whether a document in two languages has enough English in it to be reviewed for that. */
function isPartlyEnglish(passages: readonly Passage[]): boolean {
  let english = 0;
  let all = 0;
  for (const passage of passages) {
    all += passage.words;
    if (detectEnglish(passage.text) === 'english') english += passage.words;
  }
  return english >= LEAST_WORDS && english >= all * ENGLISH_PART;
}

/** Passages from all over the document, so that a foreign quote at its head does not decide. */
function sampleOf(passages: readonly Passage[]): string {
  const parts: string[] = [];
  let length = 0;
  const stride = Math.max(1, Math.floor(passages.length / 200));
  for (let index = 0; index < passages.length && length < SAMPLE; index += stride) {
    const text = (passages[index]?.text ?? '').slice(0, 500);
    parts.push(text);
    length += text.length;
  }
  return parts.join('\n');
}
