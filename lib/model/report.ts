import * as z from 'zod/mini';
import { DOCUMENT_TYPES, LIMITS, unreadSchema } from './document.ts';
import { ALL_SIGNALS, LABELS, type Signal } from './stage.ts';
import { mixSchema } from './verdict.ts';

/** A sentence for people: a key of `public/_locales` with its substitutions, so that pure code carries no prose. */
export const messageSchema = z.object({ key: z.string(), values: z.array(z.string()) });
export type Message = z.infer<typeof messageSchema>;

const shareRange = z.object({ low: z.number(), high: z.number() });
/** Expected share (0-1) per stage of a document of one type. */
export const expectedRangeSchema = z.object({ execution: shareRange, strategy: shareRange, organisation: shareRange });
export type ExpectedRange = z.infer<typeof expectedRangeSchema>;

/** One passage as panel, strip and terminal show it. */
export const passageReportSchema = z.object({
  id: z.string(),
  index: z.number(),
  label: z.enum(LABELS),
  signal: z.nullable(z.enum(ALL_SIGNALS as readonly [Signal, ...Signal[]])),
  confidence: z.number(),
  by: z.enum(['model', 'writer']),
  words: z.number(),
  /** The nearest heading, or an empty string. */
  heading: z.string(),
  /** The passage's first words, for the list; at most 160 UTF-16 units. */
  excerpt: z.string(),
});
export type PassageReport = z.infer<typeof passageReportSchema>;

/** Something a document of this type must contain. */
export const moveSchema = z.object({
  id: z.string(),
  name: messageSchema,
  found: z.boolean(),
  /** Passages that make the move; where missing, empty. */
  passageIds: z.array(z.string()),
  /** Where a missing move would fit: the passage after which it belongs, if one is plain. */
  fitsAfter: z.nullable(z.string()),
});
export type Move = z.infer<typeof moveSchema>;

/** One piece of advice: what was seen, why it matters, and a question that is the next step. */
export const adviceSchema = z.object({
  /** Id of the rule that gave it. */
  rule: z.string(),
  /** How much it would change the reader's decision; larger first. */
  weight: z.number(),
  /** What was seen and why it matters. */
  reason: messageSchema,
  /** The next step, as a question. */
  question: messageSchema,
  /** The passages it is about, most telling first. */
  passageIds: z.array(z.string()),
});
export type Advice = z.infer<typeof adviceSchema>;

export const REPORT_STATES = ['ready', 'empty', 'too-short', 'not-english'] as const;

/** A review without its list of passages: what the background tells a page, which holds the passages itself. */
export const reportHeadSchema = z.object({
  version: z.literal(1),
  state: z.enum(REPORT_STATES),
  title: z.string(),
  documentType: z.object({
    type: z.enum(DOCUMENT_TYPES),
    /** Calibrated confidence 0-1; 1 where the writer chose. */
    confidence: z.number(),
    by: z.enum(['model', 'writer']),
    /** Why this type, most telling first. */
    why: z.array(messageSchema),
  }),
  mix: mixSchema,
  expected: expectedRangeSchema,
  /** How far the mix lies outside the expected range, 0-1; the formula is in `lib/review/distance.ts`. */
  distance: z.number(),
  moves: z.array(moveSchema),
  /** All advice, ranked; surfaces show the first three and fold the rest away. */
  advice: z.array(adviceSchema),
  unread: z.array(unreadSchema),
  limits: z.array(z.enum(LIMITS)),
});
export type ReportHead = z.infer<typeof reportHeadSchema>;

/**
 * The review of one document: what popup, panel, checker and `npm run check --json` show. Holds excerpts of the text,
 * so it is never stored.
 */
export const reportSchema = z.extend(reportHeadSchema, { passages: z.array(passageReportSchema) });
export type Report = z.infer<typeof reportSchema>;
