/**
 * What a value must be, for the scripts in a host's page. Everywhere else zod says it; in a page it would be a quarter of all
 * code, and all that comes to a page comes from the extension's own contexts, so a check of forms is enough. Like zod's objects,
 * an `object` keeps the keys that it names and no others.
 */
export interface Parser<T> {
  safeParse(raw: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

/** What a parser gives: one of this file or one of zod. */
export type Parsed<P> = P extends { safeParse(raw: unknown): infer R }
  ? Extract<R, { readonly success: true }> extends { readonly data: infer T }
    ? T
    : never
  : never;

const NO = { success: false } as const;

function when<T>(is: (raw: unknown) => boolean): Parser<T> {
  return { safeParse: (raw) => (is(raw) ? { success: true, data: raw as T } : NO) };
}

export const text: Parser<string> = when((raw) => typeof raw === 'string');
export const number: Parser<number> = when(Number.isFinite);
export const flag: Parser<boolean> = when((raw) => typeof raw === 'boolean');
/** An object of which nothing more is said. */
export const record: Parser<Record<string, unknown>> = when(
  (raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw),
);
/** Anything, as it came: it is parsed where it is used. */
export const unparsed: Parser<unknown> = when(() => true);

export function oneOf<const V extends readonly unknown[]>(values: V): Parser<V[number]> {
  return when((raw) => values.includes(raw));
}

export function nullable<T>(of: Parser<T>): Parser<T | null> {
  return { safeParse: (raw) => (raw === null ? { success: true, data: null } : of.safeParse(raw)) };
}

export function list<T>(of: Parser<T>): Parser<T[]> {
  return {
    safeParse(raw) {
      if (!Array.isArray(raw)) return NO;
      const data: T[] = [];
      for (const each of raw) {
        const parsed = of.safeParse(each);
        if (!parsed.success) return NO;
        data.push(parsed.data);
      }
      return { success: true, data };
    },
  };
}

type Fields = Readonly<Record<string, Parser<unknown>>>;

/** @param fields by key; those in `optional` may be missing. */
export function object<F extends Fields, O extends Fields = Record<never, never>>(
  fields: F,
  optional?: O,
): Parser<{ [K in keyof F]: Parsed<F[K]> } & { [K in keyof O]?: Parsed<O[K]> }> {
  const all = Object.entries({ ...fields, ...optional });
  return {
    safeParse(raw) {
      if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return NO;
      const data: Record<string, unknown> = {};
      for (const [key, of] of all) {
        const value: unknown = Reflect.get(raw, key);
        if (value === undefined && optional !== undefined && Object.hasOwn(optional, key)) continue;
        const parsed = of.safeParse(value);
        if (!parsed.success) return NO;
        data[key] = parsed.data;
      }
      return { success: true, data: data as never };
    },
  };
}
