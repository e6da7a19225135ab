import fc from 'fast-check';

/** One thing that must hold for every input. */
export interface FuzzPromise {
  readonly name: string;
  /** Share of a long run's cases, relative to the others: about how many such cases cost as much as one of the dearest. */
  readonly share: number;
  readonly property: fc.IRawProperty<unknown>;
}

/** A promise about inputs that an arbitrary makes; `check` throws where it is broken. */
export function promise<T>(
  name: string,
  share: number,
  input: fc.Arbitrary<T>,
  check: (value: T) => void,
): FuzzPromise {
  return { name, share, property: fc.property(input, check) as fc.IRawProperty<unknown> };
}

/** Why a promise was broken, with the seed and path that bring the smallest case back; null where it held. */
export async function breaking({ property }: FuzzPromise, cases: number, seed: number): Promise<string | null> {
  const result = await fc.check(property, { numRuns: cases, seed, endOnFailure: false });
  if (!result.failed) return null;
  const found = result.errorInstance;
  const why = found instanceof Error ? (found.stack ?? found.message) : String(found);
  return `seed ${result.seed}, path "${result.counterexamplePath}"\n${fc.stringify(result.counterexample)}\n${why}`;
}
