/**
 * What the content script and the page-world script say to each other: the only definition, used by both.
 *
 * Messages are JSON strings in the detail of events on `document`, because objects do not cross the worlds. The page-world
 * script answers synchronously, inside `dispatchEvent`. It is asked for text and structure and can do nothing else.
 * Page scripts can forge either side, so both sides check every field. The check is this table and not zod, because zod
 * probes `Function`, which the page's Trusted Types would report as a violation.
 */

/** What Docs is told about who asked for annotations: our own name, never another product's id. */
export const REQUESTER = 'stagemark';
/** The content script announces the channel of this page load with this event. */
export const HELLO = 'stagemark:hello';
export const askEvent = (channel: string): string => `${channel}:ask`;
export const answerEvent = (channel: string): string => `${channel}:answer`;
/** Channels are 16 lower-case hexadecimal digits behind the product's name. */
export const CHANNEL = /^stagemark-[0-9a-f]{16}$/;

/** Texts are cut after this many UTF-16 units. */
export const TEXT_LIMIT = 2_000_000;
const LIST_LIMIT = 600_000;

/** The state of the page's text API. `same` and `changed` are readings; the others say why there is none. */
export const API_STATES = ['same', 'changed', 'starting', 'pending', 'throwing'] as const;
export type ApiState = (typeof API_STATES)[number];
/** Who set the page's annotation flag: this extension, another one before it, or nobody in time. */
export const FLAGS = ['own', 'other'] as const;

type Field = 'count' | 'offset' | 'text' | 'counts' | 'yes-no' | readonly string[];
type Shape = Readonly<Record<string, Field>>;
type Value<F> = F extends readonly (infer Literal)[]
  ? Literal
  : F extends 'count' | 'offset'
    ? number
    : F extends 'text'
      ? string
      : F extends 'counts'
        ? readonly number[]
        : boolean;
type Message<S extends Shape> = { readonly [K in keyof S]: Value<S[K]> };

/** Asks for what changed since `revision` (0 = the whole text), or for the structure that the page was loaded with. */
export const ASK = { seq: 'count', kind: ['text', 'structure'], revision: 'count' } as const satisfies Shape;
export type Ask = Message<typeof ASK>;

/**
 * The text as a splice: at `start`, `removed` units of the text of revision `base` give way to `inserted`; the new text has
 * `length` units and the number `revision`. `base` 0 is the empty text. Selection ends are raw offsets, -1 where there is no
 * single caret. `cut`: the text was longer than the limit.
 */
export const TEXT_ANSWER = {
  seq: 'count',
  kind: ['text'],
  state: API_STATES,
  flag: FLAGS,
  revision: 'count',
  base: 'count',
  start: 'count',
  removed: 'count',
  inserted: 'text',
  length: 'count',
  anchor: 'offset',
  focus: 'offset',
  cut: 'yes-no',
} as const satisfies Shape;
export type TextAnswer = Message<typeof TEXT_ANSWER>;

/**
 * The body at load as the page's model held it, without the leading segment mark. `ends` are triples for paragraphs that are
 * headings or list items: offset of the paragraph's end in `text`, heading level (0 none, 100 title, 101 subtitle), and list
 * nesting plus one (0 = not a list item).
 */
export const STRUCTURE_ANSWER = {
  seq: 'count',
  kind: ['structure'],
  text: 'text',
  ends: 'counts',
} as const satisfies Shape;
export type StructureAnswer = Message<typeof STRUCTURE_ANSWER>;

function holds(field: Field, value: unknown): boolean {
  if (typeof field !== 'string') return typeof value === 'string' && field.includes(value);
  if (field === 'text') return typeof value === 'string' && value.length <= TEXT_LIMIT;
  if (field === 'yes-no') return typeof value === 'boolean';
  if (field === 'counts') {
    return Array.isArray(value) && value.length <= LIST_LIMIT && value.every((one) => holds('count', one));
  }
  return Number.isSafeInteger(value) && (value as number) >= (field === 'count' ? 0 : -1);
}

/** Whether a parsed JSON value is a message of a shape: every field there, of its kind, within its limit, and no other. */
export function conforms<S extends Shape>(shape: S, value: unknown): value is Message<S> {
  if (typeof value !== 'object' || value === null) return false;
  const fields = Object.entries(shape);
  return (
    Object.keys(value).length === fields.length &&
    fields.every(([name, field]) => holds(field, (value as Record<string, unknown>)[name]))
  );
}
