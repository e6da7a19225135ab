/**
 * Numbers as text: one printable unit each, none of which needs escaping in a source file, so that the generated tables stay
 * readable to every tool and compress to near their entropy.
 */

/** 35..126 without the apostrophe and the backslash. */
const ALPHABET = Array.from({ length: 92 }, (_, index) => String.fromCharCode(35 + index))
  .filter((unit) => unit !== "'" && unit !== '\\')
  .join('');
const ZERO = 44;
/** Whole numbers from -LIMIT to LIMIT can be packed. */
export const LIMIT = 44;

const VALUE_OF = new Int8Array(128);
for (let index = 0; index < ALPHABET.length; index++) VALUE_OF[ALPHABET.charCodeAt(index)] = index - ZERO;

/** Packs whole numbers; those beyond the limit are cut to it. */
export function pack(values: ArrayLike<number>): string {
  let packed = '';
  for (let index = 0; index < values.length; index++) {
    const value = Math.max(-LIMIT, Math.min(LIMIT, Math.round(values[index] ?? 0)));
    packed += ALPHABET[value + ZERO] ?? '';
  }
  return packed;
}

/** The inverse of `pack`. */
export function unpack(packed: string): Int8Array {
  const values = new Int8Array(packed.length);
  for (let index = 0; index < packed.length; index++) values[index] = VALUE_OF[packed.charCodeAt(index)] ?? 0;
  return values;
}

/** One of the packed numbers. */
export function unpackUnit(packed: string, place: number): number {
  return VALUE_OF[packed.charCodeAt(place)] ?? 0;
}
