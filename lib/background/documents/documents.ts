import type { Heard, Said } from '../../messaging/document-protocol.ts';
import type { PageListener } from '../../messaging/document-server.ts';
import { envelope } from '../../messaging/serve.ts';
import { faults } from '../../platform/faults.ts';
import { createDocument, type DocumentDeps, type ReadDocument } from './document.ts';

/** All documents of all tabs. Texts are held as long as a page holds its line open, in memory only. */
export interface Documents {
  /** A page that connected. */
  page(tell: (message: Heard) => void): PageListener;
  /** Settings changed: every document follows, and every page is told. */
  follow(): void;
}

/** @param ready resolves when `deps.settings` can be asked. */
export function createDocuments(deps: DocumentDeps, ready: Promise<unknown>): Documents {
  const pages = new Set<{ readonly tell: (message: Heard) => void; readonly open: ReadonlyMap<string, Open> }>();
  return {
    page(tell) {
      const open = new Map<string, Open>();
      const page = { tell, open };
      pages.add(page);
      const close = (surface: string) => {
        open.get(surface)?.stop.abort();
        open.delete(surface);
      };
      const take = (message: Said) => {
        const { surface } = message;
        if (message.kind === 'close') close(surface);
        else if (message.kind === 'write') {
          if (message.base === 0 && !open.has(surface)) {
            const stop = new AbortController();
            open.set(surface, { stop, document: createDocument(surface, deps, tell, stop.signal) });
          }
          if (open.get(surface)?.document.receive(message) !== true) tell({ kind: 'unknown', surface });
        } else {
          const document = open.get(surface)?.document;
          if (document === undefined) return tell({ kind: 'unknown', surface });
          const { id, question, passageId, label } = message;
          const answer = async () => {
            if (question === 'explain') return document.explain(passageId);
            await document.relabel(passageId, label);
            return {};
          };
          envelope(question, answer).then(
            (result) => {
              if (pages.has(page)) tell({ kind: 'reply', id, envelope: result });
            },
            (error: unknown) => faults.note(question, error),
          );
        }
      };
      // In the order in which they came, none before the settings are known.
      let turn: Promise<unknown> = ready;
      return {
        said(message) {
          turn = turn
            .then(() => {
              if (pages.has(page)) take(message);
            })
            .catch((error: unknown) => faults.note('documents', error));
        },
        ended() {
          pages.delete(page);
          for (const surface of [...open.keys()]) close(surface);
        },
      };
    },
    follow() {
      for (const { open, tell } of pages) {
        for (const { document } of open.values()) document.follow();
        tell({ kind: 'settings' });
      }
    },
  };
}

interface Open {
  readonly document: ReadDocument;
  readonly stop: AbortController;
}
