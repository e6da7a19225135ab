/** One replacement that turns a text into another: at `start`, `removed` units went and `inserted` units came (UTF-16). */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

/** Units compared at once while looking for the first difference; strings of this size compare in native code. */
const CHUNK = 4096;

/**
 * The single edit between two texts: what lies between their common beginning and their common end. Exact for one stroke,
 * paste or deletion; for several edits it spans from the first to the last. Never cuts a surrogate pair.
 * @returns null where the texts are equal.
 */
export function singleEdit(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = commonPrefix(before, after, shorter);
  if (splitsPair(before, start) || splitsPair(after, start)) start--;
  let suffix = commonSuffix(before, after, shorter - start);
  if (splitsPair(before, before.length - suffix) || splitsPair(after, after.length - suffix)) suffix--;
  return { start, removed: before.length - suffix - start, inserted: after.length - suffix - start };
}

/**
 * Where a span of the text before the edit lies after it. A span that the edit touches, even at its border, is gone: its
 * word may have grown, and a missing mark heals where a wrong one lies.
 * @returns the new [start, end), or null where the span was touched.
 */
export function remapSpan(start: number, end: number, edit: Edit): [number, number] | null {
  if (end < edit.start) return [start, end];
  if (start > edit.start + edit.removed) {
    const shift = edit.inserted - edit.removed;
    return [start + shift, end + shift];
  }
  return null;
}

function commonPrefix(before: string, after: string, limit: number): number {
  let length = 0;
  while (length + CHUNK <= limit && before.slice(length, length + CHUNK) === after.slice(length, length + CHUNK))
    length += CHUNK;
  while (length < limit && before.charCodeAt(length) === after.charCodeAt(length)) length++;
  return length;
}

function commonSuffix(before: string, after: string, limit: number): number {
  const [endBefore, endAfter] = [before.length, after.length];
  let length = 0;
  while (
    length + CHUNK <= limit &&
    before.slice(endBefore - length - CHUNK, endBefore - length) ===
      after.slice(endAfter - length - CHUNK, endAfter - length)
  )
    length += CHUNK;
  while (length < limit && before.charCodeAt(endBefore - length - 1) === after.charCodeAt(endAfter - length - 1))
    length++;
  return length;
}

/** Whether a cut at `offset` would part a high surrogate from the low one after it. */
function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  return (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
}
