/**
 * A hash of 53 bits of one or more strings, as 11 characters in base 36. Fast and well spread, not cryptographic: it names
 * texts in memory and in the ledger's counts, it does not hide them. The parts' borders count ("ab","c" differs from "a","bc").
 *
 * Two multiplicative lanes over UTF-16 units, mixed at the end (the finaliser of MurmurHash3).
 */
export function hashText(...parts: string[]): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (const part of parts) {
    first = Math.imul(first ^ (part.length + 0x9e3779b9), 2654435761);
    second = Math.imul(second ^ (part.length + 0x85ebca6b), 1597334677);
    for (let index = 0; index < part.length; index++) {
      const code = part.charCodeAt(index);
      first = Math.imul(first ^ code, 2654435761);
      second = Math.imul(second ^ code, 1597334677);
    }
  }
  first = mix(first) ^ mix(second ^ (second >>> 13));
  second = mix(second) ^ mix(first ^ (first >>> 13));
  return inBase36((second & 0x1fffff) * 0x100000000 + (first >>> 0));
}

const DIGITS = Uint8Array.from('0123456789abcdefghijklmnopqrstuvwxyz', (digit) => digit.charCodeAt(0));
/** The last six of a hash's digits count up to this; the first five then fit into 32 bits. */
const SIX_DIGITS = 36 ** 6;

/** A whole number below 2^53 in base 36 with leading zeros: what `toString(36)` gives, in a quarter of its time. */
function inBase36(value: number): string {
  const high = Math.floor(value / SIX_DIGITS);
  const low = value - high * SIX_DIGITS;
  const digit = (part: number, unit: number): number => DIGITS[Math.floor(part / unit) % 36] ?? 0;
  return String.fromCharCode(
    digit(high, 1_679_616),
    digit(high, 46_656),
    digit(high, 1_296),
    digit(high, 36),
    digit(high, 1),
    digit(low, 60_466_176),
    digit(low, 1_679_616),
    digit(low, 46_656),
    digit(low, 1_296),
    digit(low, 36),
    digit(low, 1),
  );
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
