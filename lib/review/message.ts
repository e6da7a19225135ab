import type { Message } from '../model/report.ts';

/** A sentence by its key in `public/_locales` and its substitutions. */
export function message(key: string, ...values: string[]): Message {
  return { key, values };
}

/** "too-little-strategy" -> "TooLittleStrategy": ids of rules and moves as they stand in message keys. */
export function keyPart(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}

/** A share (0-1) as whole per cent, for a sentence. */
export function percent(share: number): string {
  return String(Math.round(share * 100));
}
