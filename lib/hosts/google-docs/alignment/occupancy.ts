import type { Chain } from '../chains.ts';
import type { Spot } from './reading.ts';

/** Which parts of the text are held by which placed chains: no unit of it is held twice. */
export class Occupancy {
  readonly #starts = new Map<string, Chain>();
  readonly #ends = new Map<string, Chain>();
  /** Chains that were placed, by the index of their paragraph. */
  readonly #holders = new Map<number, Chain[]>();

  hold(spot: Spot, chain: Chain): void {
    this.#starts.set(key(spot), chain);
    this.#ends.set(key(endOf(spot, chain)), chain);
    const others = this.#holders.get(spot.index);
    if (others === undefined) this.#holders.set(spot.index, [chain]);
    else others.push(chain);
  }

  /** A chain whose place was taken from it holds nothing any more. */
  release(spot: Spot, chain: Chain): void {
    this.#starts.delete(key(spot));
    this.#ends.delete(key(endOf(spot, chain)));
  }

  startingAt(spot: Spot): Chain | undefined {
    return this.#starts.get(key(spot));
  }

  endingAt(spot: Spot): Chain | undefined {
    return this.#ends.get(key(spot));
  }

  /** Whether no placed chain holds any of the text that a chain would hold at a spot. */
  isFree({ index, offset }: Spot, { text }: Chain): boolean {
    return (this.#holders.get(index) ?? []).every(
      ({ place, text: other }) =>
        place === null || place.offset >= offset + text.length || place.offset + other.length <= offset,
    );
  }

  /** Where the text that is free from an offset on (`step` 1), or up to it (-1), comes to what is held; null = nowhere. */
  border(index: number, offset: number, step: 1 | -1): number | null {
    const borders = (this.#holders.get(index) ?? []).flatMap(({ place, text }) => {
      const border = step > 0 ? place?.offset : (place?.offset ?? 0) + text.length;
      return place === null || border === undefined || (border - offset) * step < 0 ? [] : border;
    });
    if (borders.length === 0) return null;
    return step > 0 ? Math.min(...borders) : Math.max(...borders);
  }
}

function endOf({ index, offset }: Spot, { text }: Chain): Spot {
  return { index, offset: offset + text.length };
}

function key({ index, offset }: Spot): string {
  return `${index}:${offset}`;
}
