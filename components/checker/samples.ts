/** Ids of the documents one can try; their texts are `samples/ID.md`. */
export const SAMPLES = ['spec', 'one-pager', 'strategy'] as const;
export type SampleId = (typeof SAMPLES)[number];
