/** Names that would reach into the prototypes of objects; no file of ours holds them. */
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Why a text was not read: `too-large` longer than allowed, `not-json` no JSON, `too-deep` its lists and objects stand deeper in
 * each other than allowed, `forbidden-name` it names something of a prototype.
 */
export type ForeignJsonRefusal = 'too-large' | 'not-json' | 'too-deep' | 'forbidden-name';

export type ForeignJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: ForeignJsonRefusal };

export interface ForeignJsonLimits {
  /** UTF-16 units. */
  readonly length: number;
  readonly depth: number;
}

class ForbiddenName extends Error {}

/** Reads JSON that anybody may have written. Never throws; refuses before a deep or long text costs anything. */
export function readForeignJson(text: string, limits: ForeignJsonLimits): ForeignJson {
  if (text.length > limits.length) return { ok: false, why: 'too-large' };
  if (isDeeper(text, limits.depth)) return { ok: false, why: 'too-deep' };
  try {
    const value: unknown = JSON.parse(text, (key, part: unknown) => {
      if (FORBIDDEN_NAMES.has(key)) throw new ForbiddenName(key);
      return part;
    });
    return { ok: true, value };
  } catch (error) {
    return { ok: false, why: error instanceof ForbiddenName ? 'forbidden-name' : 'not-json' };
  }
}

/** Whether brackets outside of strings stand deeper in each other than `depth`. */
function isDeeper(text: string, depth: number): boolean {
  let open = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++open > depth) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) open--;
  }
  return false;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
