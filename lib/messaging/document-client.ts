import type { Block } from '../model/document.ts';
import type { ReportHead } from '../model/report.ts';
import { object, oneOf, type Parsed, type Parser, unparsed } from '../model/shape.ts';
import type { Label } from '../model/stage.ts';
import type { Clock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import type { Channel, Connect } from './channel.ts';
import { type About, type Ask, HEARD, type News, type Row, reportShape, type Said } from './document-protocol.ts';
import { failure, openEnvelope, type Result } from './envelope.ts';
import { inChunks, splicesBetween } from './splices.ts';

/** Characters of one message: sending that many takes a millisecond or two. */
const CHUNK_CHARACTERS = 60_000;
/** Longest time of sending at one go, in milliseconds: no key waits longer, and a page that is still loading lets nobody in again soon. */
const SENDING_MS = 8;
/** Waits before a line that ended is opened again, in milliseconds, by how often it ended without a word. */
const WAITS_MS = [0, 0, 100, 500, 2000] as const;
/**
 * How long the first word after a message may take, in milliseconds, by how often nothing came before: browsers do not always say
 * that a line has ended. A living background answers at once; one that is asked too early again loses nothing.
 */
const FIRST_WORD_MS = [1000, 3000, 15_000] as const;
/** How long the next word may take, in milliseconds. Loading tier 2 takes up to two seconds. */
const NEXT_WORD_MS = 15_000;
/** A line on which nothing was heard for this long, in milliseconds, may have ended unnoticed: backgrounds sleep after half a minute. */
const TRUSTED_MS = 25_000;
/** Times that an ask is sent before it is given up. */
const TRIES = 4;

/** A version of a document. The same array of blocks while nothing changed costs nothing. */
export interface DocumentVersion extends About {
  readonly blocks: readonly Block[];
}

/** News about a document, as far as they are true of the version that was sent last. */
export interface DocumentNews extends Omit<News, 'rows' | 'headings' | 'surface' | 'revision' | 'report'> {
  /** Each with the block that it is about, and the words of its nearest heading. */
  readonly rows: readonly (Omit<Row, 'heading'> & { readonly block: Block; readonly heading: string })[];
  /** Whether they are about the version sent last. */
  readonly current: boolean;
  /** The review as it is now, where any part of it changed. */
  readonly report: ReportHead | null;
}

/** One document in the background's hands. */
export interface DocumentLink {
  /** Sends what changed. @returns whether anything did: then news will come. */
  write(version: DocumentVersion, from: string | null): boolean;
  /** The passage's detail as it came: it is parsed where it is shown. */
  explain(passageId: string): Promise<Result<unknown>>;
  relabel(passageId: string, label: Label | null): Promise<Result<unknown>>;
}

/** The page's side of the line. */
export interface DocumentClient {
  readonly open: OpenDocument;
  /** Something changed that documents are read by: those that the background has forgotten are sent again. */
  refresh(): void;
}

/** Puts a document into the background's hands until the signal aborts. */
export type OpenDocument = (surface: string, heard: (news: DocumentNews) => void, signal: AbortSignal) => DocumentLink;

interface Document {
  readonly surface: string;
  readonly heard: (news: DocumentNews) => void;
  wanted: { readonly version: DocumentVersion; readonly from: string | null } | null;
  /** What the background holds; null where it has to be told everything. */
  sent: DocumentVersion | null;
  /** The newest version that was sent to its end, also while the line is down. */
  told: DocumentVersion | null;
  sending: boolean;
  /** Number of the newest version that was begun to be sent. */
  revision: number;
  /** The blocks sent, with the versions in which they last changed. */
  blocks: Map<string, { readonly block: Block; readonly since: number }>;
  settled: boolean;
  /** What was told of the review, by field. */
  report: Readonly<Record<string, unknown>>;
}

interface Pending {
  readonly ask: Ask;
  readonly document: Document;
  readonly settle: (result: Result<unknown>) => void;
  tries: number;
  /** Sent on the present line. */
  posted: boolean;
}

const kindShape = object({ kind: oneOf(['news', 'unknown', 'reply', 'settings']) });

/**
 * The page's side: one line for all documents of the page, opened when there is something to say and again after the background
 * died over something.
 * @param settingsChanged is called when the background says so.
 */
export function createDocumentClient(
  connect: Connect,
  clock: Clock,
  settingsChanged: () => void,
  signal: AbortSignal,
): DocumentClient {
  const documents = new Map<string, Document>();
  const pending = new Map<number, Pending>();
  let channel: Channel | null = null;
  let failures = 0;
  let asks = 0;
  let revisions = 0;
  let watch = new AbortController();
  let lastHeard = Number.NEGATIVE_INFINITY;

  const isAwaited = () => pending.size > 0 || [...documents.values()].some(({ settled }) => !settled);
  /** Takes the line for dead when nothing comes for long although something should. */
  const keepWatch = (patience: number) => {
    watch.abort();
    watch = new AbortController();
    if (!isAwaited()) return;
    const dead = () => {
      channel?.close();
      ended();
    };
    clock.after(patience, dead, AbortSignal.any([watch.signal, signal]));
  };
  const firstWord = () => FIRST_WORD_MS[Math.min(failures, FIRST_WORD_MS.length - 1)] ?? NEXT_WORD_MS;
  const ended = () => {
    watch.abort();
    channel = null;
    for (const document of documents.values()) {
      document.sent = null;
      document.sending = false;
    }
    for (const [id, each] of pending) {
      each.posted = false;
      if (each.tries < TRIES) continue;
      pending.delete(id);
      each.settle(failure('no-receiver', 'The background does not answer.'));
    }
    if (signal.aborted || !isAwaited()) return;
    const wait = WAITS_MS[Math.min(failures++, WAITS_MS.length - 1)] ?? 0;
    clock.after(wait, () => [...documents.values()].forEach(send), signal);
  };
  const post = (message: Said): boolean => {
    try {
      channel ??= open();
      channel.post(message);
      return true;
    } catch (error) {
      faults.note('documents', error);
      ended();
      return false;
    }
  };
  const open = (): Channel => {
    // What a line that is no longer ours still says is of no interest.
    const mine: Channel = connect(
      (raw) => mine === channel && heard(raw),
      () => mine === channel && ended(),
    );
    return mine;
  };

  const send = (document: Document): void => {
    const { wanted, sent } = document;
    if (wanted === null || document.sending || signal.aborted) return;
    const splices = splicesBetween(sent?.blocks ?? [], wanted.version.blocks);
    const { blocks: _, ...about } = wanted.version;
    if (sent === null || splices.length > 0 || !isSameAbout(sent, about)) {
      const base = sent === null ? 0 : document.revision;
      const revision = ++revisions;
      document.revision = revision;
      document.sending = true;
      document.settled = false;
      if (sent === null) document.blocks = new Map();
      for (const { blocks } of splices)
        for (const block of blocks) document.blocks.set(block.id, { block, since: revision });
      const chunks = inChunks(splices, CHUNK_CHARACTERS);
      const next = (index: number, began: number): void => {
        // The line may have ended, or the document closed, since the chunk before.
        if (document.revision !== revision || !document.sending) return;
        const last = index === chunks.length - 1;
        const { surface } = document;
        const message: Said = {
          kind: 'write',
          surface,
          revision,
          base,
          splices: chunks[index] ?? [],
          about: last ? about : null,
          from: wanted.from,
        };
        if (!post(message)) return;
        if (!last) {
          if (clock.now() - began < SENDING_MS) next(index + 1, began);
          else clock.after(0, () => next(index + 1, clock.now()), signal);
          return;
        }
        document.sending = false;
        document.sent = wanted.version;
        document.told = wanted.version;
        keepWatch(firstWord());
        send(document);
      };
      next(0, clock.now());
    } else {
      document.sent = wanted.version;
      for (const each of pending.values()) if (each.document === document && !each.posted) put(each);
    }
  };
  const put = (each: Pending) => {
    each.tries++;
    each.posted = true;
    if (post(each.ask)) keepWatch(firstWord());
  };

  const heard = (raw: unknown): void => {
    const take = <T>(parser: Parser<T>, use: (message: T) => void) => {
      const message = parser.safeParse(raw);
      if (!message.success) return faults.note('documents', 'News did not have the agreed form.');
      failures = 0;
      lastHeard = clock.now();
      use(message.data);
      keepWatch(NEXT_WORD_MS);
    };
    take(kindShape, ({ kind }) => {
      if (kind === 'news') take(HEARD.news, takeNews);
      else if (kind === 'reply') take(HEARD.reply, takeReply);
      else if (kind === 'unknown') take(HEARD.unknown, ({ surface }) => sendAnew(documents.get(surface)));
      else settingsChanged();
    });
  };
  const reviewed = (document: Document, changes: News['report']): ReportHead | null => {
    if (changes === null) return null;
    document.report = { ...document.report, ...changes };
    const report = reportShape.safeParse(document.report);
    if (report.success) return report.data;
    faults.note('documents', 'A review did not have the agreed form.');
    return null;
  };
  const sendAnew = (document: Document | undefined) => {
    if (document === undefined) return;
    document.sent = null;
    document.sending = false;
    send(document);
  };
  const takeReply = ({ id, envelope }: Parsed<typeof HEARD.reply>) => {
    const asked = pending.get(id);
    pending.delete(id);
    asked?.settle(openEnvelope(unparsed, envelope));
  };
  const takeNews = ({ surface, revision, rows, headings, ...news }: News) => {
    const document = documents.get(surface);
    if (document === undefined) return;
    const current = revision === document.revision && !document.sending;
    if (current) document.settled = news.settled;
    document.heard({
      ...news,
      current,
      report: reviewed(document, news.report),
      rows: rows.flatMap((row) => {
        const known = document.blocks.get(row.id);
        // A block that changed since is told about again.
        if (known === undefined || known.since > revision) return [];
        return [{ ...row, block: known.block, heading: headings[row.heading] ?? '' }];
      }),
    });
  };

  const giveUp = (of: (document: Document) => boolean) => {
    for (const [id, { document, settle }] of pending) {
      if (!of(document)) continue;
      pending.delete(id);
      settle(failure('gone', 'This document is no longer open here, or Stagemark is off in it.'));
    }
  };
  signal.addEventListener('abort', () => {
    channel?.close();
    channel = null;
    giveUp(() => true);
  });

  const openDocument: OpenDocument = (surface, hear, until) => {
    const document: Document = {
      surface,
      heard: hear,
      wanted: null,
      sent: null,
      told: null,
      sending: false,
      revision: 0,
      blocks: new Map(),
      settled: true,
      report: {},
    };
    documents.set(surface, document);
    until.addEventListener('abort', () => {
      if (documents.get(surface) === document) documents.delete(surface);
      document.wanted = null;
      document.sending = false;
      giveUp((each) => each === document);
      if (signal.aborted || channel === null) return;
      post({ kind: 'close', surface });
      // A line that nobody needs would only keep the background awake.
      if (documents.size > 0) return;
      channel?.close();
      channel = null;
      watch.abort();
    });
    const ask = (question: Ask['question'], passageId: string, label: Label | null) =>
      new Promise<Result<unknown>>((settle) => {
        const id = ++asks;
        pending.set(id, {
          ask: { kind: 'ask', surface, id, question, passageId, label },
          document,
          settle,
          tries: 0,
          posted: false,
        });
        send(document);
      });
    return {
      write(version, from) {
        const isNews = !document.settled || document.told === null || !isSameVersion(document.told, version);
        document.wanted = { version, from };
        if (isNews) send(document);
        return isNews;
      },
      explain: (passageId) => ask('explain', passageId, null),
      relabel: (passageId, label) => ask('relabel', passageId, label),
    };
  };

  return {
    open: openDocument,
    refresh() {
      // The background follows by itself in documents that it knows.
      if (signal.aborted || (channel !== null && clock.now() - lastHeard < TRUSTED_MS)) return;
      channel?.close();
      for (const document of documents.values()) document.settled = false;
      ended();
    },
  };
}

function isSameVersion(first: DocumentVersion, second: DocumentVersion): boolean {
  return isSameAbout(first, second) && splicesBetween(first.blocks, second.blocks).length === 0;
}

function isSameAbout(first: About, second: About): boolean {
  return (
    first.title === second.title &&
    JSON.stringify([first.unread, first.limits]) === JSON.stringify([second.unread, second.limits])
  );
}
