import type { Edit } from '../../text/edit.ts';
import type { Chain } from './chains.ts';

/** Overlapping tiles repeat lines: the same text this near, in px, is the same line. */
const SAME_PLACE_PX = 3;

/** Moves a chain's place with an edit of its paragraph's squeezed text; what the edit touches is found to be wrong later. */
export function follow(chain: Chain, { start, removed, inserted }: Edit): void {
  if (chain.place === null || chain.place.offset < start + removed) return;
  chain.place = { ...chain.place, offset: chain.place.offset + inserted - removed };
}

/**
 * Chains that stand where they stood before keep their places. A line that moved is placed anew by its neighbours: another
 * of the same text may have come while it went to the next page.
 */
export function inherit(chains: readonly Chain[], known: readonly Chain[]): void {
  const bySpot = new Map(known.map((chain) => [spotKey(chain), chain.place]));
  // Of equal lines one may have moved to where another stood: their neighbours tell which is which.
  const repeated = new Set([...repeatsIn(known), ...repeatsIn(chains)]);
  for (const chain of chains) if (!repeated.has(chain.text)) chain.place = bySpot.get(spotKey(chain)) ?? null;
}

/** Texts that several chains have. */
function repeatsIn(chains: readonly Chain[]): Set<string> {
  const seen = new Set<string>();
  return new Set(
    chains.flatMap(({ text }) => {
      if (seen.has(text)) return [text];
      seen.add(text);
      return [];
    }),
  );
}

/** A chain's place on its tile and its text. */
export function spotKey(chain: Chain): string {
  return `${Math.round(chain.left)} ${Math.round(chain.top)} ${chain.text}`;
}

/** Chains without those that overlapping tiles repeat. */
export function withoutRepeats(chains: readonly Chain[]): Set<Chain> {
  const seen = new Map<string, Chain[]>();
  const kept = chains.filter((chain) => {
    const others = seen.get(chain.text);
    if (others === undefined) {
      seen.set(chain.text, [chain]);
      return true;
    }
    const repeated = others.some(
      (other) =>
        other.tile !== chain.tile &&
        Math.abs(other.top + other.dy - chain.top - chain.dy) < SAME_PLACE_PX &&
        Math.abs(other.left + other.dx - chain.left - chain.dx) < SAME_PLACE_PX,
    );
    if (!repeated) others.push(chain);
    return !repeated;
  });
  return new Set(kept);
}
