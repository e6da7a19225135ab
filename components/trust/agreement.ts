import type { Correction } from '../hooks/settings-client.ts';

/** How often the writer's own labels agree with what the classifier had said. */
export interface Agreement {
  /** Passages that the writer labelled. */
  readonly corrected: number;
  /** Those among them that kept the classifier's label. */
  readonly confirmed: number;
}

/** Counts passages only: a phrase has no verdict to agree with. */
export function agreementOf(corrections: readonly Correction[]): Agreement {
  const passages = corrections.flatMap((correction) => (correction.kind === 'passage' ? [correction] : []));
  return { corrected: passages.length, confirmed: passages.filter(({ label, was }) => label === was).length };
}
