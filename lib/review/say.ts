import type { Message } from '../model/report.ts';

/** Gives a message its words in the reader's language. */
export type Say = (message: Message) => string;

/** A catalogue in the browser's format: `public/_locales/<language>/messages.json`. */
export type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/**
 * Says messages from a catalogue as the browser does: $1 to $9 stand for the values, $$ for one dollar sign. A key that the
 * catalogue lacks is said as it is, so that the gap is seen.
 */
export function sayFrom(catalogue: Catalogue): Say {
  return ({ key, values }) => {
    const text = Object.hasOwn(catalogue, key) ? catalogue[key]?.message : undefined;
    if (text === undefined) return key;
    return text.replace(/\$(\$|\d)/g, (_, what: string) => (what === '$' ? '$' : (values[Number(what) - 1] ?? '')));
  };
}
