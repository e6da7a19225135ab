import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Message } from '../../lib/model/report.ts';

/** Turns a key of `public/_locales` and its values into a sentence. An unknown key gives an empty string. */
export type Translate = (key: string, ...values: readonly string[]) => string;

const TranslateContext = createContext<Translate>((key) => key);

/** Gives a tree of components their words; components themselves know no browser. */
export const TranslateProvider = TranslateContext.Provider;

export function useTranslate(): Translate {
  return useContext(TranslateContext);
}

/** A message of the report as a sentence. */
export function sentence(translate: Translate, message: Message): string {
  return translate(message.key, ...message.values);
}

/** A sentence with a count: key + `One` for 1, else key + `Other`, the count as first value. */
export function counted(translate: Translate, key: string, count: number, ...values: readonly string[]): string {
  return translate(count === 1 ? `${key}One` : `${key}Other`, formatCount(count), ...values);
}

const countFormat = new Intl.NumberFormat('en-GB');

/** 1240 as `1,240`. */
export function formatCount(count: number): string {
  return countFormat.format(count);
}

/** A share (0-1) as `62 %`, its space unbreakable. */
export function formatShare(share: number): string {
  return `${formatPoints(share)}\u00a0%`;
}

/** A share (0-1) in whole percentage points, without a sign: `62`. */
export function formatPoints(share: number): string {
  return countFormat.format(Math.round(share * 100));
}
