import { defineContentScript } from 'wxt/utils/define-content-script';
import { NOTION_MATCHES } from '../lib/hosts/matches.ts';
import { createNotionHost } from '../lib/hosts/notion/host.ts';
import { HOST_PART } from '../lib/page/part-names.ts';
import { offerPart } from '../lib/platform/parts.ts';

export default defineContentScript({
  matches: [...NOTION_MATCHES],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: () => offerPart(HOST_PART, { hostKind: 'notion', createHost: () => createNotionHost() }),
});
