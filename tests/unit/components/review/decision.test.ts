import { describe, expect, it } from 'vitest';
import { withDecision } from '../../../../components/review/decision.ts';
import type { NotePart } from '../../../../lib/review/note.ts';
import { words } from '../../../dom/components/fixtures/words.ts';

const note: readonly NotePart[] = [
  { kind: 'heading', text: 'Stage review: Clinics' },
  { kind: 'paragraph', text: 'Strategy document.' },
];

describe('who decides what', () => {
  it.each([
    ['The product council', 'funding for two quarters', 'The product council decides: funding for two quarters'],
    ['The product council', ' ', 'The product council decides with this document.'],
    ['', 'funding', 'To be decided: funding'],
  ])('%s, %s stands below the title', (who, what, text) => {
    expect(withDecision(note, { who, what }, words)).toEqual([note[0], { kind: 'paragraph', text }, note[1]]);
  });

  it('changes nothing where neither is said', () => {
    expect(withDecision(note, { who: '', what: ' ' }, words)).toEqual(note);
  });
});
