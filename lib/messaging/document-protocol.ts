import * as z from 'zod/mini';
import { blockSchema, DOCUMENT_TYPES, LIMITS, unreadSchema } from '../model/document.ts';
import { REPORT_STATES, type ReportHead } from '../model/report.ts';
import {
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  type Parsed,
  type Parser,
  record,
  text,
  unparsed,
} from '../model/shape.ts';
import { ALL_SIGNALS, LABELS } from '../model/stage.ts';

/**
 * The conversation of a page with the background about the documents in it. The page sends a document's text once and then only
 * what changed; the background keeps it as long as the port is open, and answers with what changed in its labels and its review.
 * A background that was killed knows no document: it says so, or the port ends, and the page sends everything again.
 */
export const DOCUMENT_PORT = 'stagemark-documents';

/** Blocks taken out of a document and others put in, at a place counted after all earlier splices. */
const spliceSchema = z.object({ at: z.number(), remove: z.number(), blocks: z.array(blockSchema) });
export type Splice = z.infer<typeof spliceSchema>;

/** What is sent of a document beside its blocks. */
export const aboutSchema = z.object({
  title: z.string(),
  unread: z.array(unreadSchema),
  limits: z.array(z.enum(LIMITS)),
});
export type About = z.infer<typeof aboutSchema>;

const writeSchema = z.object({
  kind: z.literal('write'),
  surface: z.string(),
  /** Number of this version; grows with each. A long version comes in several messages of the same number. */
  revision: z.number(),
  /** Number of the version that the splices change, or 0 where the document begins anew. */
  base: z.number(),
  splices: z.array(spliceSchema),
  /** Comes with the last message of a version. */
  about: z.nullable(aboutSchema),
  /** Block nearest to the top of the window, where work begins. */
  from: z.nullable(z.string()),
});
const askSchema = z.object({
  kind: z.literal('ask'),
  surface: z.string(),
  /** Comes back with the reply. */
  id: z.number(),
  /** `explain` everything behind a verdict; `relabel` the writer's label, null takes an earlier one away. */
  question: z.enum(['explain', 'relabel']),
  passageId: z.string(),
  label: z.nullable(z.enum(LABELS)),
});
const closeSchema = z.object({ kind: z.literal('close'), surface: z.string() });

/** What a page says. */
export const saidSchema = z.discriminatedUnion('kind', [writeSchema, askSchema, closeSchema]);
export type Said = z.infer<typeof saidSchema>;
export type Ask = z.infer<typeof askSchema>;
export type Write = z.infer<typeof writeSchema>;

/** A passage as the page marks and lists it. */
const rowShape = object({
  id: text,
  label: oneOf(LABELS),
  signal: nullable(oneOf(ALL_SIGNALS)),
  /** Calibrated confidence in hundredths, so that an edit elsewhere, which moves it a little, sends nothing. */
  confidence: number,
  by: oneOf(['model', 'writer']),
  words: number,
  /** Place of its nearest heading in `headings` of the message; -1 where there is none. */
  heading: number,
  /** Sentences of a staged passage as start, end, start, end ... in its text; empty for one without a stage. */
  sentences: list(number),
});
export type Row = Parsed<typeof rowShape>;

/** As much of a review as a page uses itself; the rest goes on to those who show it, and they parse it. */
const headShape = object({
  state: oneOf(REPORT_STATES),
  documentType: object({ type: oneOf(DOCUMENT_TYPES) }),
  mix: object({ execution: number, strategy: number, organisation: number, stagedWords: number }),
  distance: number,
});
export const reportShape: Parser<ReportHead> = {
  safeParse: (raw) =>
    headShape.safeParse(raw).success ? { success: true, data: raw as ReportHead } : { success: false },
};

/** What the background tells of its own accord. */
export const newsShape = object({
  surface: text,
  /** The version that it is about. */
  revision: number,
  /** Passages about which something else is true than was told before, and all that were sent anew. */
  rows: list(rowShape),
  headings: list(text),
  /** More rows of the same moment follow. */
  more: flag,
  /** Share of passages that have a verdict, 0-1. */
  progress: number,
  /** Nothing more will come about this version. */
  settled: flag,
  /** False where tier 2 could not be loaded. */
  grammar: flag,
  /** The parts of the review that changed, by field; all of them the first time. */
  report: nullable(record),
});
export type News = Parsed<typeof newsShape>;

/** What a page hears, by kind. */
export const HEARD = {
  news: newsShape,
  /** The document is not known: everything must be sent. */
  unknown: object({ surface: text }),
  /** The reply to an ask, in an envelope. */
  reply: object({ id: number, envelope: unparsed }),
  /** Settings changed, also such as the page cannot see change. */
  settings: object({}),
} as const;
export type Heard =
  | ({ readonly kind: 'news' } & News)
  | ({ readonly kind: 'unknown' } & Parsed<typeof HEARD.unknown>)
  | ({ readonly kind: 'reply' } & Parsed<typeof HEARD.reply>)
  | { readonly kind: 'settings' };
