import * as z from 'zod/mini';
import { DOCUMENT_TYPES, HOST_KINDS } from '../model/document.ts';
import { reportHeadSchema } from '../model/report.ts';
import { LABELS, STAGES } from '../model/stage.ts';
import { MARK_MODES } from '../model/tab.ts';
import type { Requests } from './protocol.ts';

/** What the toolbar icon of a tab shows: a dominant stage, or that something is worth a look, or nothing. */
export const badgeSchema = z.object({ stage: z.nullable(z.enum(STAGES)), worthALook: z.boolean() });
export type Badge = z.infer<typeof badgeSchema>;

const host = z.enum(HOST_KINDS);
/** Longest silence at once, in minutes: a day. */
const LONGEST_SNOOZE_MINUTES = 1440;

/** What content scripts (and the checker page) ask of the background by message. What concerns a text goes by `document-protocol.ts`; the answers are in `content-to-background-answers.ts`. */
export const CONTENT_TO_BACKGROUND = {
  'set-badge': badgeSchema,
  /** Opens one of the extension's pages in a new tab, after a click of the writer. */
  'open-page': z.object({ page: z.enum(['options', 'checker', 'trust', 'ledger']) }),
  /** Brings the card into the asking page (`entrypoints/card.content.ts`), when there is a document in it. */
  'bring-card': z.object({}),
  /** The settings for a page of a host. */
  'get-settings': z.object({ host }),
  /** Changes what the writer chose for a document; null gives it back to the default. What is left out stays. */
  'change-document': z.object({
    surfaceId: z.string(),
    off: z.optional(z.boolean()),
    mode: z.optional(z.enum(MARK_MODES)),
    type: z.optional(z.nullable(z.enum(DOCUMENT_TYPES))),
  }),
  /** Switches a site, or everything where `host` is null. */
  'change-switch': z.object({ host: z.nullable(host), on: z.boolean() }),
  snooze: z.object({ minutes: z.number().check(z.minimum(0), z.maximum(LONGEST_SNOOZE_MINUTES)) }),
  'relabel-phrase': z.object({
    phrase: z.string().check(z.minLength(1), z.maxLength(80)),
    label: z.nullable(z.enum(LABELS)),
  }),
  'undo-correction': z.object({}),
  /** A document stayed as it is for a while: the ledger may keep its line of the day. */
  'keep-ledger': z.object({ surfaceId: z.string(), report: reportHeadSchema }),
} as const satisfies Requests;
export type ContentToBackground = typeof CONTENT_TO_BACKGROUND;
