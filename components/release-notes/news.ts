/** What is new in one version, in the words of people who use it; at most three sentences. */
export interface Release {
  readonly version: string;
  readonly notes: readonly string[];
}

/** The news of the newest version, and how many sentences are told of it. */
const MOST_NOTES = 3;

/**
 * What to tell somebody who last saw the news of version `seen` and runs `current` now: the newest release between the two, or
 * null. Nobody is told what came before they did (`seen` null), or twice.
 */
export function newsFor(releases: readonly Release[], seen: string | null, current: string): Release | null {
  if (seen === null) return null;
  const fresh = releases.filter(
    ({ version }) => compareVersions(version, seen) > 0 && compareVersions(version, current) <= 0,
  );
  const [newest] = fresh.sort((a, b) => compareVersions(b.version, a.version));
  return newest === undefined ? null : { ...newest, notes: newest.notes.slice(0, MOST_NOTES) };
}

/** Negative where `a` is older than `b`; what is no number counts as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (let place = 0; place < Math.max(left?.length ?? 0, right?.length ?? 0); place++) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
