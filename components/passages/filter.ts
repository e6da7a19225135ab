import type { PassageReport } from '../../lib/model/report.ts';
import { LABELS, type Label, type Signal } from '../../lib/model/stage.ts';

/** What the list shows; null = everything. A signal belongs to one stage, so it narrows within it. */
export interface PassageFilter {
  readonly label: Label | null;
  readonly signal: Signal | null;
}

export const EVERYTHING: PassageFilter = { label: null, signal: null };

export function filterPassages(passages: readonly PassageReport[], filter: PassageFilter): readonly PassageReport[] {
  if (filter.label === null && filter.signal === null) return passages;
  return passages.filter(
    (passage) =>
      (filter.label === null || passage.label === filter.label) &&
      (filter.signal === null || passage.signal === filter.signal),
  );
}

/** How many passages have each label. */
export function countLabels(passages: readonly PassageReport[]): Readonly<Record<Label, number>> {
  const counts: Record<Label, number> = { execution: 0, strategy: 0, organisation: 0, none: 0 };
  for (const passage of passages) counts[passage.label] += 1;
  return counts;
}

/** The labels that have passages, in the order of LABELS. */
export function presentLabels(passages: readonly PassageReport[]): readonly Label[] {
  const counts = countLabels(passages);
  return LABELS.filter((label) => counts[label] > 0);
}

/** The signals that occur among passages of a label, with their counts, in the order of first occurrence. */
export function countSignals(passages: readonly PassageReport[], label: Label): ReadonlyMap<Signal, number> {
  const counts = new Map<Signal, number>();
  for (const passage of passages) {
    if (passage.label === label && passage.signal !== null)
      counts.set(passage.signal, (counts.get(passage.signal) ?? 0) + 1);
  }
  return counts;
}
