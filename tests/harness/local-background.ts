import type { DocumentDeps } from '../../lib/background/documents/document.ts';
import { createDocuments, type Documents } from '../../lib/background/documents/documents.ts';
import type { Connect } from '../../lib/messaging/channel.ts';
import type { Said } from '../../lib/messaging/document-protocol.ts';
import { listenTo } from '../../lib/messaging/document-server.ts';

/** The background's documents in this very context, behind lines that copy what they carry as a browser does. */
export interface LocalBackground {
  readonly connect: Connect;
  readonly documents: () => Documents;
  /** All that pages said, oldest first. */
  readonly said: readonly Said[];
  /** Kills the background: all lines end, everything is forgotten, and the next line finds a new one. */
  kill(): void;
  /** While true, lines end as soon as they are opened. */
  dead: boolean;
}

export function localBackground(deps: DocumentDeps, ready: Promise<unknown> = Promise.resolve()): LocalBackground {
  let documents = createDocuments(deps, ready);
  const said: Said[] = [];
  const lines = new Set<() => void>();
  const background: LocalBackground = {
    dead: false,
    said,
    documents: () => documents,
    kill() {
      documents = createDocuments(deps, ready);
      for (const end of [...lines]) end();
    },
    connect(heard, ended) {
      let open = true;
      const page = listenTo(documents.page, (message) => {
        const copy: unknown = JSON.parse(JSON.stringify(message));
        queueMicrotask(() => open && heard(copy));
      });
      const close = () => {
        open = false;
        lines.delete(end);
        page.ended();
      };
      const end = () => {
        if (!open) return;
        close();
        ended();
      };
      lines.add(end);
      if (background.dead) queueMicrotask(end);
      return {
        post(message) {
          if (!open) throw new Error('Attempting to use a disconnected port object');
          said.push(message as Said);
          const copy: unknown = JSON.parse(JSON.stringify(message));
          queueMicrotask(() => open && page.heard(copy));
        },
        close,
      };
    },
  };
  return background;
}
