import * as z from 'zod/mini';

/** What a block of a document is to its reader. Headings and the title give context; they are never labelled themselves. */
export const BLOCK_KINDS = ['title', 'heading', 'paragraph', 'list-item', 'table-cell', 'quote'] as const;
export const PASSAGE_KINDS = ['paragraph', 'list-item', 'table-cell', 'quote'] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/**
 * One block as the host shows it. `id` stays the same for as long as the block is the same to the writer (through edits of
 * its text and through re-rendering); `text` is plain text in UTF-16 units, and every offset elsewhere counts in it.
 * `level` is 1-6 for headings, the nesting depth (0 = outermost) for list items, and 0 otherwise.
 */
export const blockSchema = z.object({
  id: z.string(),
  kind: z.enum(BLOCK_KINDS),
  level: z.number(),
  text: z.string(),
});
export type Block = z.infer<typeof blockSchema>;

/** Why a part of the document was not read, in the terms of what the reader sees. */
export const UNREAD_REASONS = ['closed-toggle', 'not-loaded', 'other-tab', 'database', 'too-long'] as const;
export const unreadSchema = z.object({ reason: z.enum(UNREAD_REASONS), count: z.number() });
export type Unread = z.infer<typeof unreadSchema>;

/** Ways in which reading or placing can be limited; the popup turns each into a plain sentence. */
export const LIMITS = ['visible-part-only', 'exported-copy', 'marks-unplaced', 'unknown-layout'] as const;
export type Limit = (typeof LIMITS)[number];

export const HOST_KINDS = ['google-docs', 'notion', 'checker'] as const;
export type HostKind = (typeof HOST_KINDS)[number];

/** `page` is the document of the tab; `peek` is a second one shown over it (Notion). */
export const SURFACE_KINDS = ['page', 'peek'] as const;
export type SurfaceKind = (typeof SURFACE_KINDS)[number];

/** One reading of one readable document on a page. `revision` grows with each change of its blocks. */
export const snapshotSchema = z.object({
  surfaceId: z.string(),
  revision: z.number(),
  host: z.enum(HOST_KINDS),
  kind: z.enum(SURFACE_KINDS),
  title: z.string(),
  editable: z.boolean(),
  blocks: z.array(blockSchema),
  unread: z.array(unreadSchema),
  limits: z.array(z.enum(LIMITS)),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** The document types Stagemark knows. */
export const DOCUMENT_TYPES = ['spec', 'one-pager', 'strategy', 'plan', 'org', 'launch', 'update'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];
