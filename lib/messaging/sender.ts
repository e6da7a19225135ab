/** What the browser says about where a message came from; a page cannot forge it. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
  readonly frameId?: number | undefined;
}

/** Who a sender is, judged by what the browser says alone. */
export interface Identity {
  readonly extensionId: string;
  /** Address of the extension's root, ending in a slash. */
  readonly extensionRoot: string;
}

/** Whether a message comes from one of the extension's own pages or its background. */
export function isOwnPage(sender: Sender, self: Identity): boolean {
  if (sender.id !== self.extensionId) return false;
  return sender.url === undefined ? sender.tab === undefined : sender.url.startsWith(self.extensionRoot);
}

/** Whether a message comes from the top frame of a tab in which one of our content scripts or pages runs. */
export function isOwnTab(sender: Sender, self: Identity): boolean {
  return sender.id === self.extensionId && sender.tab?.id !== undefined && (sender.frameId ?? 0) === 0;
}
