/** What a Notion address says. The document that is shown is told by the DOM; the address is the second opinion. */

const PAGE_ID = /([0-9a-f]{32})\/?$/i;

/** Puts the dashes into 32 hexadecimal digits, as block ids in the DOM have them. */
export function dashed(hex: string): string {
  const id = hex.toLowerCase();
  return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-');
}

/**
 * The page id in an address: the `p` value for a peek, else the last 32 hexadecimal digits of the path.
 * @returns null where there is none (home, search, chat).
 */
export function pageIdIn(address: URL, peek: boolean): string | null {
  const text = peek ? (address.searchParams.get('p') ?? '') : address.pathname;
  const match = PAGE_ID.exec(text);
  return match?.[1] === undefined ? null : dashed(match[1]);
}

/** Whether the address is the chat, which renders blocks and is no document. */
export function isChat(address: URL): boolean {
  return /(?:^|\/)chat\/?$/.test(address.pathname);
}
