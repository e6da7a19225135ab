import type { NotePart } from '../../lib/review/note.ts';
import type { Translate } from '../i18n/translate.ts';

/** A note with who decides what below its title; unchanged where neither is said. */
export function withDecision(
  parts: readonly NotePart[],
  decision: { readonly who: string; readonly what: string },
  translate: Translate,
): NotePart[] {
  const who = decision.who.trim();
  const what = decision.what.trim();
  const [title, ...rest] = parts;
  if (title === undefined || (who === '' && what === '')) return [...parts];
  const key = what === '' ? 'reviewNoteWho' : who === '' ? 'reviewNoteWhat' : 'reviewNoteDecision';
  const text = who === '' ? translate(key, what) : translate(key, who, what);
  return [title, { kind: 'paragraph', text }, ...rest];
}
