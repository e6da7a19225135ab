/** Where a share lies to its expected range. */
export type RangePosition = 'below' | 'within' | 'above';

/** Shares are compared as shown, in whole percent: what reads as 20% of at most 20% is within. */
export function rangePosition(share: number, range: { readonly low: number; readonly high: number }): RangePosition {
  const percent = Math.round(share * 100);
  if (percent < Math.round(range.low * 100)) return 'below';
  if (percent > Math.round(range.high * 100)) return 'above';
  return 'within';
}
