import { browser } from 'wxt/browser';
import type { Message } from '../model/report.ts';

/** The text of a message in the reader's language; the key itself where the catalogue lacks it, so that a gap is seen. */
export function say({ key, values }: Message): string {
  // Without the key type, because keys also come from rules and from other parts of the product.
  const lookUp = browser.i18n.getMessage as (key: string, values?: string[]) => string;
  return lookUp(key, [...values]) || key;
}

/** The text under a key of `public/_locales`, with its substitutions. */
export function words(key: string, ...values: string[]): string {
  return say({ key, values });
}
