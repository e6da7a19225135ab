import * as z from 'zod/mini';
import { HOST_KINDS, SURFACE_KINDS } from './document.ts';
import { reportSchema } from './report.ts';
import { STAGES } from './stage.ts';

/** Which marks are drawn: every stage, one stage only (one-stage reading), or none (write mode). */
export const MARK_MODES = ['all', ...STAGES, 'none'] as const;
export type MarkMode = (typeof MARK_MODES)[number];

/** Why Stagemark is silent in a document. `snoozed` and `off-*` are the writer's choice. */
export const OFF_REASONS = ['off-document', 'off-site', 'off-everywhere', 'snoozed', 'managed'] as const;

/**
 * The state of one tab as popup, panel and checker show it, apart from the report.
 * `waiting` the editor starts; `no-document` not a document; `needs-reload` the extension came after the page;
 * `unreadable` the host cannot be read; `off` switched off; `reading` first pass under way; `ready` reports are there.
 */
export const TAB_STATUSES = [
  'waiting',
  'no-document',
  'needs-reload',
  'unreadable',
  'off',
  'reading',
  'ready',
] as const;
export type TabStatus = (typeof TAB_STATUSES)[number];

export const surfaceStateSchema = z.object({
  id: z.string(),
  kind: z.enum(SURFACE_KINDS),
  report: z.nullable(reportSchema),
  /** Share of passages classified so far, 0-1. */
  progress: z.number(),
  /** False while tier 2 could still refine verdicts. */
  settled: z.boolean(),
  /** The passage the writer is in or last jumped to. */
  activePassage: z.nullable(z.string()),
});
export type SurfaceState = z.infer<typeof surfaceStateSchema>;

export const tabStateSchema = z.object({
  status: z.enum(TAB_STATUSES),
  host: z.nullable(z.enum(HOST_KINDS)),
  off: z.nullable(z.enum(OFF_REASONS)),
  mode: z.enum(MARK_MODES),
  surfaces: z.array(surfaceStateSchema),
  /** Passages on screen that could not be placed. */
  unplaced: z.number(),
  /** The host's self-check, for the diagnostics view: ids and numbers, no text. */
  health: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
});
export type TabState = z.infer<typeof tabStateSchema>;

/** Where a switch applies. */
export const SCOPES = ['document', 'site', 'everywhere'] as const;
export type Scope = (typeof SCOPES)[number];
