/** What an address under docs.google.com/document says. */
export interface DocsAddress {
  /** The document's id. */
  readonly documentId: string;
  /** The document tab, or null for the default one. */
  readonly tabId: string | null;
  /** Path before `/export`, account slot included. */
  readonly base: string;
}

const EDITOR_PATH = /^(\/document\/(?:u\/\d+\/)?d\/([\w-]{4,}))\/(edit|view|preview)\/?$/;
const TAB_ID = /^t\.[\w-]{1,64}$/;

/**
 * Reads the address of an opened document: `/document/d/ID/edit` with or without an account slot, and the canvas-drawn
 * `/view` and `/preview`. Home, copies, published pages (`/d/e/…/pub`) and the like are not documents.
 * @returns null where the page is not a document.
 */
export function parseAddress(address: string): DocsAddress | null {
  const url = new URL(address);
  const [, base, documentId] = EDITOR_PATH.exec(url.pathname) ?? [];
  if (base === undefined || documentId === undefined) return null;
  const tab = url.searchParams.get('tab') ?? /[#&]tab=([^&]+)/.exec(url.hash)?.[1] ?? null;
  return { documentId, tabId: tab !== null && TAB_ID.test(tab) ? tab : null, base };
}

/** Id of the surface that shows a document's tab. The default tab has no id in some addresses and `t.0` in others. */
export function surfaceId({ documentId, tabId }: DocsAddress): string {
  return `google-docs:${documentId}:${tabId ?? 't.0'}`;
}
