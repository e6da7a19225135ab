import type { HostKind } from '../model/document.ts';
import { createGoogleDocsHost } from './google-docs/host.ts';
import type { Host } from './host.ts';
import { GOOGLE_DOCS_MATCHES } from './matches.ts';
import { createNotionHost } from './notion/host.ts';

/** The host of a page: its kind, and a factory that makes a new one each time Stagemark is switched on. */
export interface HostChoice {
  readonly hostKind: HostKind;
  readonly createHost: () => Host;
}

const GOOGLE_DOCS_HOSTNAMES = new Set(GOOGLE_DOCS_MATCHES.map((pattern) => new URL(pattern).hostname));

/** The host that serves a page, by its address alone; the content script runs on the matches of `matches.ts` only. */
export function hostAt(address: URL): HostChoice {
  return GOOGLE_DOCS_HOSTNAMES.has(address.hostname)
    ? { hostKind: 'google-docs', createHost: () => createGoogleDocsHost() }
    : { hostKind: 'notion', createHost: () => createNotionHost() };
}
