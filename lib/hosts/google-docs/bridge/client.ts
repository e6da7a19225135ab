import {
  type ApiState,
  type Ask,
  answerEvent,
  askEvent,
  conforms,
  HELLO,
  STRUCTURE_ANSWER,
  type StructureAnswer,
  TEXT_ANSWER,
  TEXT_LIMIT,
  type TextAnswer,
} from './protocol.ts';

/** One replacement in the raw text. */
export interface Splice {
  readonly start: number;
  readonly removed: number;
  readonly inserted: string;
}

/** `absent`: no page-world script answers, because it was not there when the page loaded. */
export interface TextReading {
  readonly state: ApiState | 'absent';
  readonly text: string;
  /** What changed since the reading before; null where that is not known. */
  readonly splice: Splice | null;
  readonly anchor: number;
  readonly focus: number;
  readonly cut: boolean;
  readonly flag: TextAnswer['flag'] | 'unknown';
}

/** The content script's side of the bridge. */
export interface Bridge {
  /** Reads the text now. Cheap while nothing changed. */
  read(): TextReading;
  /** Headings and lists at load, or null where the page did not give them. */
  structure(): StructureAnswer | null;
  /** Answers that were refused because they were malformed or did not fit the text. */
  refused(): number;
}

/** Opens a channel of its own to the page-world script. Listens until the signal aborts. */
export function openBridge(signal: AbortSignal): Bridge {
  const digits = crypto.getRandomValues(new Uint8Array(8));
  const channel = `stagemark-${[...digits].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  let seq = 0;
  let answer: unknown = null;
  let refused = 0;
  let text = '';
  let revision = 0;
  let last: Omit<TextReading, 'state' | 'text' | 'splice'> = { anchor: -1, focus: -1, cut: false, flag: 'unknown' };

  const tell = (name: string, detail: string) => document.dispatchEvent(new CustomEvent(name, { detail }));
  document.addEventListener(
    answerEvent(channel),
    (event) => {
      const { detail } = event as CustomEvent<unknown>;
      if (typeof detail !== 'string') return;
      const value = parse(detail);
      // Only the first answer to the newest question counts; it comes while that question is being asked.
      const fits = conforms(TEXT_ANSWER, value) || conforms(STRUCTURE_ANSWER, value);
      if (fits && value.seq === seq && answer === null) answer = value;
      else refused++;
    },
    { signal },
  );
  const ask = (kind: Ask['kind']): unknown => {
    const message: Ask = { seq: ++seq, kind, revision };
    answer = null;
    tell(askEvent(channel), JSON.stringify(message));
    const given = answer;
    answer = undefined;
    return given;
  };
  tell(HELLO, channel);

  return {
    refused: () => refused,
    structure() {
      const given = ask('structure');
      return conforms(STRUCTURE_ANSWER, given) ? given : null;
    },
    read() {
      const given = ask('text');
      if (!conforms(TEXT_ANSWER, given)) return { ...last, state: 'absent', text, splice: null };
      const { anchor, focus, cut, flag } = given;
      last = { anchor, focus, cut, flag };
      if (given.state !== 'changed') return { ...last, state: given.state, text, splice: null };
      const base = given.base === 0 ? '' : text;
      const next = base.slice(0, given.start) + given.inserted + base.slice(given.start + given.removed);
      const fits = (given.base === 0 || given.base === revision) && next.length === given.length;
      // Each answer is within the limit; a page must not make the text grow past it answer by answer.
      if (!fits || next.length > TEXT_LIMIT) {
        refused++;
        revision = 0;
        return { ...last, state: 'same', text, splice: null };
      }
      const splice = given.base === 0 ? null : { start: given.start, removed: given.removed, inserted: given.inserted };
      text = next;
      revision = given.revision;
      return { ...last, state: 'changed', text, splice };
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // A forged answer that is no JSON is refused like any other.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
