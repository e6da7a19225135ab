import fc from 'fast-check';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import {
  type Adjustments,
  type DocumentClassifier,
  type DocumentInput,
  NO_ADJUSTMENTS,
  type PassageInput,
} from '../../../lib/classifier/contract.ts';
import type { PassageKind } from '../../../lib/model/document.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';
import { hashText } from '../../../lib/text/hash.ts';

/** Sample passages in our own words: enough of each stage, with headings. */
const SENTENCES = [
  'When the user taps Save, the form shows a spinner and keeps the typed text.',
  'The endpoint returns 404 when the invoice was deleted; retries are capped at 3.',
  'Five of eight participants did not find the export button.',
  'We choose small clinics over hospitals, because hospitals buy on price alone.',
  'In three years most bookings will come from partners rather than from our own site.',
  'Competitors sell to finance teams; nobody serves the people who file the receipts.',
  'Each manager holds a one-to-one with every report once a week.',
  'We hire two senior designers and a researcher by the end of the year.',
  'Product reviews happen every Thursday; the lead of the area decides.',
  'See the link above.',
  'TBD',
  'Last updated: 3 May 2024',
];
const HEADINGS = ['Goals', 'Requirements', 'Our values', 'Market', 'Rollout', 'Hiring plan'];

export function passage(text: string, headings: readonly string[] = [], kind: PassageKind = 'paragraph'): PassageInput {
  return { kind, headings, text, hash: hashText(kind, ...headings, text) };
}

const textArbitrary = fc.oneof(
  fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
  fc.string({ maxLength: 60 }),
);

export const passageArbitrary = fc
  .tuple(
    textArbitrary,
    fc.array(fc.constantFrom(...HEADINGS), { maxLength: 2 }),
    fc.constantFrom<PassageKind>('paragraph', 'list-item', 'table-cell', 'quote'),
  )
  .map(([text, headings, kind]) => passage(text, headings, kind));

export const documentArbitrary: fc.Arbitrary<DocumentInput> = fc.record({
  title: fc.constantFrom('Export to CSV: specification', 'Strategy 2027', 'How we hire', ''),
  passages: fc.array(passageArbitrary, { minLength: 1, maxLength: 20 }),
});

export function classified(document: DocumentInput, adjustments: Adjustments = NO_ADJUSTMENTS): DocumentClassifier {
  const classifier = createClassifier();
  classifier.update(document, adjustments);
  classifier.step(10_000, 0);
  return classifier;
}

export function verdictsOf(classifier: DocumentClassifier): Verdict[] {
  return classifier.verdicts().map((verdict) => {
    if (verdict === null) throw new Error('A passage has no verdict');
    return verdict;
  });
}
