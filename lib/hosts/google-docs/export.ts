import type { DocsAddress } from './address.ts';
import type { SourceReading, TextSource } from './source.ts';

/** The document in view is exported at most this often, in milliseconds, and only after it was seen to change. */
const EVERY_MS = 30_000;
/** After a refusal for too many requests: the first wait and the longest, in milliseconds. */
const BACK_OFF_MS = 60_000;
const LONGEST_BACK_OFF_MS = 600_000;
const TEXT_LIMIT = 2_000_000;
/** List markers that the text export writes before items. */
const MARKER = /^\s*(?:[*●○■-]|\d{1,3}\.|[a-z]{1,4}\.)\s+/;

type Exported = { readonly text: string } | { readonly status: number; readonly wait: number };

/**
 * Fetches the text export of the document in view. It comes from Docs itself and is what the reader could download.
 * Credentials stay at their default: the export redirects to another origin that refuses requests with credentials.
 */
async function fetchExport({ base, tabId }: DocsAddress, signal: AbortSignal): Promise<Exported> {
  const query = tabId === null ? 'format=txt' : `format=txt&tab=${tabId}`;
  try {
    const response = await fetch(`${base}/export?${query}`, { signal });
    const wait = Number(response.headers.get('retry-after')) * 1000 || 0;
    return response.ok ? { text: await response.text() } : { status: response.status, wait };
  } catch (error) {
    // Offline, blocked by the network, or stopped: no export now.
    if (error instanceof TypeError || error instanceof DOMException) return { status: 0, wait: 0 };
    throw error;
  }
}

/** Turns the text export into lines as Docs draws them: no byte order mark, no list markers. */
export function rawOfExport(text: string): string {
  const lines = text
    .slice(0, TEXT_LIMIT)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  return `${lines
    .map((line) => line.replace(MARKER, ''))
    .join('\n')
    .trimEnd()}\n`;
}

/**
 * The second way of reading: a copy that Docs exports, some seconds behind, punctuation perhaps other than drawn.
 * @returns null where the document cannot be exported now.
 */
export async function exportSource(address: DocsAddress, signal: AbortSignal): Promise<TextSource | null> {
  const first = await fetchExport(address, signal);
  if (!('text' in first)) return null;
  const readingOf = (text: string): SourceReading => ({
    raw: rawOfExport(text),
    splice: null,
    caret: -1,
    cut: text.length > TEXT_LIMIT,
  });
  let reading = readingOf(first.text);
  let next = performance.now() + EVERY_MS;
  let backOff = BACK_OFF_MS;
  let repainted = false;
  const renew = async () => {
    const exported = await fetchExport(address, signal);
    if ('text' in exported) {
      reading = readingOf(exported.text);
      next = performance.now() + EVERY_MS;
      backOff = BACK_OFF_MS;
    } else if (exported.status === 429 || exported.status === 0 || exported.status >= 500) {
      next = performance.now() + Math.max(backOff, exported.wait);
      backOff = Math.min(2 * backOff, LONGEST_BACK_OFF_MS);
    } else next = Number.POSITIVE_INFINITY;
  };
  return {
    kindOf: () => undefined,
    strictness: 'loose',
    isLate: true,
    limits: ['exported-copy'],
    repainted: () => {
      repainted = true;
    },
    read() {
      if (repainted && performance.now() >= next && !document.hidden) {
        repainted = false;
        next = Number.POSITIVE_INFINITY;
        void renew();
      }
      return reading;
    },
  };
}
