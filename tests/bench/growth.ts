/** How the cost of an edit goes with the size of the document. */
export interface Growth {
  /** Cost at the largest size as a multiple of that at the smallest. */
  readonly times: number;
  /** Slope of cost over size, both as logarithms: 0 where cost does not grow, 1 where it grows like the document. */
  readonly slope: number;
}

/** @param edits median cost by number of words. @returns null with fewer than two sizes. */
export function editGrowth(edits: Readonly<Record<string, { readonly medianMs: number }>>): Growth | null {
  const points = Object.entries(edits)
    .map(([words, { medianMs }]) => ({ words: Number(words), ms: medianMs }))
    .sort((a, b) => a.words - b.words);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const sizes = points.map(({ words }) => Math.log(words));
  const costs = points.map(({ ms }) => Math.log(ms));
  const [size, cost] = [mean(sizes), mean(costs)];
  const shared = sizes.reduce((sum, value, index) => sum + (value - size) * ((costs[index] ?? 0) - cost), 0);
  const spread = sizes.reduce((sum, value) => sum + (value - size) ** 2, 0);
  return { times: last.ms / first.ms, slope: shared / spread };
}
