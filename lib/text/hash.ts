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
  const value = (second & 0x1fffff) * 0x100000000 + (first >>> 0);
  return value.toString(36).padStart(11, '0');
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
