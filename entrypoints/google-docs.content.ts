import { defineContentScript } from 'wxt/utils/define-content-script';
import { createGoogleDocsHost } from '../lib/hosts/google-docs/host.ts';
import { GOOGLE_DOCS_MATCHES } from '../lib/hosts/matches.ts';
import { HOST_PART } from '../lib/page/part-names.ts';
import { offerPart } from '../lib/platform/parts.ts';

export default defineContentScript({
  matches: [...GOOGLE_DOCS_MATCHES],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: () => offerPart(HOST_PART, { hostKind: 'google-docs', createHost: () => createGoogleDocsHost() }),
});
