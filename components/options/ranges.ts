import type { ExpectedRange } from '../../lib/model/report.ts';
import type { Stage } from '../../lib/model/stage.ts';

/**
 * A range with one bound changed, in whole percent. The other bound of the stage gives way where they would cross. The same
 * range where `percent` is no share.
 */
export function withBound(range: ExpectedRange, stage: Stage, bound: 'low' | 'high', percent: number): ExpectedRange {
  if (!Number.isFinite(percent) || percent < 0 || percent > 100) return range;
  const share = Math.round(percent) / 100;
  const { low, high } = range[stage];
  const next =
    bound === 'low' ? { low: share, high: Math.max(share, high) } : { low: Math.min(share, low), high: share };
  return { ...range, [stage]: next };
}
