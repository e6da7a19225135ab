import { defineContentScript } from 'wxt/utils/define-content-script';
import { startBridge } from '../lib/hosts/google-docs/bridge/page.ts';
import { GOOGLE_DOCS_MATCHES } from '../lib/hosts/matches.ts';

export default defineContentScript({
  matches: [...GOOGLE_DOCS_MATCHES],
  runAt: 'document_start',
  world: 'MAIN',
  noScriptStartedPostMessage: true,
  main: () => startBridge(window as Parameters<typeof startBridge>[0]),
});
