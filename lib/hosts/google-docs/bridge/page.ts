import { singleEdit } from '../../../text/edit.ts';
import { collectModel } from './model.ts';
import {
  type ApiState,
  ASK,
  type Ask,
  answerEvent,
  askEvent,
  CHANNEL,
  conforms,
  HELLO,
  REQUESTER,
  type StructureAnswer,
  TEXT_LIMIT,
  type TextAnswer,
} from './protocol.ts';

/** Docs' annotated text, as far as it is read. Nothing that writes is named here. */
interface AnnotatedText {
  getText(): unknown;
  getSelection(): unknown;
}

interface DocsWindow {
  _docs_annotate_canvas_by_ext?: unknown;
  _docs_annotate_getAnnotatedText?: unknown;
}

/** Taken before any page script runs, so that what the page wraps later is not what we call. */
const pristine = {
  parse: JSON.parse,
  stringify: JSON.stringify,
  apply: Reflect.apply,
  CustomEvent: window.CustomEvent,
  dispatch: EventTarget.prototype.dispatchEvent,
  listen: EventTarget.prototype.addEventListener,
  unlisten: EventTarget.prototype.removeEventListener,
  whenSettled: Promise.prototype.then,
  detail: Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get,
  now: performance.now.bind(performance),
};

/** An object of the text API is used this long before a new one is asked for, in milliseconds. */
const KEEP_OBJECT_MS = 100;

/** An updated extension opens a channel beside that of the instance it replaces; older ones are closed. */
const CHANNEL_LIMIT = 4;

/**
 * Starts the page-world side: sets the annotation flag if nobody has, and answers the content script. Runs at
 * `document_start`, reads only, and holds the one earlier text that it needs to tell what changed.
 */
export function startBridge(page: DocsWindow): void {
  const taken = typeof page._docs_annotate_canvas_by_ext === 'string' && page._docs_annotate_canvas_by_ext !== '';
  if (!taken) page._docs_annotate_canvas_by_ext = REQUESTER;
  const structure = collectModel();
  const reader = createReader(page);
  /** Least recently used first. */
  const open: { channel: string; asked: (event: Event) => void }[] = [];

  const answer = (channel: string, message: TextAnswer | StructureAnswer) => {
    const event = new pristine.CustomEvent(answerEvent(channel), { detail: pristine.stringify(message) });
    pristine.apply(pristine.dispatch, document, [event]);
  };
  const serve = (channel: string) => {
    let lastSeq = 0;
    return (event: Event) => {
      const ask = parse(detailOf(event));
      if (ask === null || ask.seq <= lastSeq) return;
      lastSeq = ask.seq;
      open.sort((a, b) => Number(a.channel === channel) - Number(b.channel === channel));
      const { seq, kind, revision } = ask;
      if (kind === 'structure') answer(channel, { seq, kind, ...structure() });
      else answer(channel, { seq, kind, flag: taken ? 'other' : 'own', ...reader(revision) });
    };
  };
  pristine.apply(pristine.listen, document, [
    HELLO,
    (event: Event) => {
      const channel = detailOf(event);
      if (!CHANNEL.test(channel) || open.some((one) => one.channel === channel)) return;
      const asked = serve(channel);
      open.push({ channel, asked });
      pristine.apply(pristine.listen, document, [askEvent(channel), asked]);
      const oldest = open.length > CHANNEL_LIMIT ? open.shift() : undefined;
      if (oldest !== undefined) pristine.apply(pristine.unlisten, document, [askEvent(oldest.channel), oldest.asked]);
    },
  ]);
}

function detailOf(event: Event): string {
  const detail: unknown = pristine.detail === undefined ? '' : pristine.apply(pristine.detail, event, []);
  return typeof detail === 'string' && detail.length < 1000 ? detail : '';
}

function parse(text: string): Ask | null {
  try {
    const value: unknown = pristine.parse(text);
    return conforms(ASK, value) ? value : null;
  } catch (error) {
    // Only malformed JSON can throw here; a forged message is nobody's error.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

type Reading = Omit<TextAnswer, 'seq' | 'kind' | 'flag'>;

/** Reads the text and says what changed since a revision. */
function createReader(page: DocsWindow): (since: number) => Reading {
  const text = createTextSource(page);
  let last = '';
  let revision = 0;
  return (since) => {
    const { state, text: whole, selection } = text();
    const found = whole.length > TEXT_LIMIT ? whole.slice(0, TEXT_LIMIT) : whole;
    const reading = { start: 0, removed: 0, inserted: '', ...selection, cut: found !== whole, length: found.length };
    if (state !== 'changed') return { ...reading, state, revision, base: revision, length: last.length };
    const before = last;
    const known = since === revision && since > 0;
    const edit = singleEdit(before, found);
    if (edit !== null) {
      last = found;
      revision++;
    }
    if (!known) return { ...reading, state: 'changed', revision, base: 0, inserted: found };
    if (edit === null) return { ...reading, state: 'same', revision, base: revision };
    const { start, removed } = edit;
    const inserted = found.slice(start, start + edit.inserted);
    return { ...reading, state: 'changed', revision, base: revision - 1, start, removed, inserted };
  };
}

interface Source {
  /** `changed` here means only that there is a text. */
  readonly state: Exclude<ApiState, 'same'>;
  readonly text: string;
  readonly selection: { readonly anchor: number; readonly focus: number };
}

/** Gets the text API's object anew now and then and whenever it throws; a promise of one is used when it has settled. */
function createTextSource(page: DocsWindow): () => Source {
  let object: AnnotatedText | null = null;
  let since = Number.NEGATIVE_INFINITY;
  let pending = false;
  const none = { anchor: -1, focus: -1 };
  const acquire = () => {
    since = pristine.now();
    const call = page._docs_annotate_getAnnotatedText;
    if (typeof call !== 'function') return;
    const result: unknown = pristine.apply(call, page, [REQUESTER]);
    if (isAnnotated(result)) object = result;
    else if (result instanceof Promise) {
      pending = true;
      const settle = (value: unknown) => {
        pending = false;
        if (isAnnotated(value)) object = value;
      };
      pristine.apply(pristine.whenSettled, result, [settle, () => settle(null)]);
    }
  };
  const attempt = (): Source | null => {
    try {
      if (!pending && (object === null || pristine.now() - since > KEEP_OBJECT_MS)) acquire();
      const text = object?.getText();
      if (object === null || typeof text !== 'string') return null;
      return { state: 'changed', text, selection: selectionOf(object.getSelection()) };
    } catch {
      // Docs throws while the document has no live editor, and an object dies with its editor: the next one may work.
      object = null;
      return { state: 'throwing', text: '', selection: none };
    }
  };
  return () => {
    if (typeof page._docs_annotate_getAnnotatedText !== 'function')
      return { state: 'starting', text: '', selection: none };
    let found = attempt();
    if (found?.state === 'throwing') found = attempt();
    return found ?? { state: 'pending', text: '', selection: none };
  };
}

function isAnnotated(value: unknown): value is AnnotatedText {
  return typeof value === 'object' && value !== null && 'getText' in value && 'getSelection' in value;
}

/** The one caret or selection in the names that were seen; several or none give -1. */
function selectionOf(ranges: unknown): { anchor: number; focus: number } {
  const range: unknown = Array.isArray(ranges) && ranges.length === 1 ? ranges[0] : null;
  if (typeof range !== 'object' || range === null) return { anchor: -1, focus: -1 };
  const fields = range as Record<string, unknown>;
  const offset = (...names: readonly string[]) => {
    const value = names.map((name) => fields[name]).find((one) => Number.isSafeInteger(one));
    return typeof value === 'number' && value >= 0 ? value : -1;
  };
  return { anchor: offset('anchor', 'base', 'start'), focus: offset('focus', 'extent', 'end') };
}
