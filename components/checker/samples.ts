/**
 * Ids of the documents one can try; their texts are `samples/ID.md`. Each has a flaw that its type often has, but the last, which is
 * the strategy when it was mended.
 */
export const SAMPLES = ['spec', 'one-pager', 'strategy', 'strategy-mended'] as const;
export type SampleId = (typeof SAMPLES)[number];
