import { defineContentScript } from 'wxt/utils/define-content-script';
import { NOTION_MATCHES } from '../lib/hosts/matches.ts';
import { createNotionHost } from '../lib/hosts/notion/host.ts';
import { runTab } from '../lib/page/tab.ts';

export default defineContentScript({
  matches: [...NOTION_MATCHES],
  // Keys must be caught before the page's own listeners on window, which hosts register while they load.
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (ctx) => runTab({ hostKind: 'notion', createHost: () => createNotionHost() }, ctx.signal),
});
