/** Name of the event by which the page asks the harness, in its isolated world, to compare; it answers at once. */
export const CHECK_EVENT = 'stagemark-proof-check';
