import { defineContentScript } from 'wxt/utils/define-content-script';
import { createGoogleDocsHost } from '../lib/hosts/google-docs/host.ts';
import { GOOGLE_DOCS_MATCHES } from '../lib/hosts/matches.ts';
import { runTab } from '../lib/page/tab.ts';

export default defineContentScript({
  matches: [...GOOGLE_DOCS_MATCHES],
  // Keys must be caught before the page's own listeners on window, which hosts register while they load.
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (ctx) => runTab({ hostKind: 'google-docs', createHost: () => createGoogleDocsHost() }, ctx.signal),
});
