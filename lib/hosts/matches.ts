/**
 * The pages on which Stagemark runs, as match patterns. The one place that decides where content scripts go and which
 * host permissions are asked for.
 */

/** Google Docs documents. The narrower choice of readable addresses is made in `google-docs/address.ts`. */
export const GOOGLE_DOCS_MATCHES = ['https://docs.google.com/document/*'] as const;

/** Notion's app under both its addresses, and published pages. */
export const NOTION_MATCHES = [
  'https://www.notion.so/*',
  'https://notion.so/*',
  'https://app.notion.com/*',
  'https://*.notion.site/*',
] as const;

export const DOCUMENT_MATCHES = [...GOOGLE_DOCS_MATCHES, ...NOTION_MATCHES] as const;
