import { browser } from 'wxt/browser';
import { faults } from '../platform/faults.ts';
import { type Channel, channelOf } from './channel.ts';
import { DOCUMENT_PORT, type Heard, type Said, saidSchema } from './document-protocol.ts';
import { isOwnTab } from './sender.ts';
import { identity } from './serve.ts';

/** The background's side of one page. */
export interface PageListener {
  said(message: Said): void;
  ended(): void;
}

/** Parses what a page says and passes it on. */
export function listenTo(make: (tell: (message: Heard) => void) => PageListener, post: (message: Heard) => void) {
  const listener = make(post);
  return {
    heard(raw: unknown) {
      const message = saidSchema.safeParse(raw);
      if (message.success) listener.said(message.data);
      else faults.note('documents', 'A message did not have the agreed form.');
    },
    ended: () => listener.ended(),
  };
}

/** Serves every page that connects. Call it synchronously at start. */
export function serveDocuments(make: (tell: (message: Heard) => void) => PageListener): void {
  browser.runtime.onConnect.addListener((port: ReturnType<typeof browser.runtime.connect>) => {
    if (port.name !== DOCUMENT_PORT || !isOwnTab(port.sender ?? {}, identity())) return;
    let channel: Channel | null = null;
    const page = listenTo(make, (message) => channel?.post(message));
    channel = channelOf(port, page.heard, () => {
      channel = null;
      page.ended();
    });
  });
}
