import { join } from 'node:path';
import { bundlePage } from '../../harness/bundle.ts';
import type { SimulatedResponse, Simulator } from '../simulator.ts';

export { PAGE_IDS, pageUrl } from './pages.ts';

const SCRIPT_PATH = '/_assets/app.js';

/**
 * Security policies by the `csp` query value. `notion` resembles what the real app is known to send; `strict` also
 * requires Trusted Types.
 */
const POLICIES: Readonly<Record<string, string>> = {
  none: '',
  notion:
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'",
  strict:
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types notion-sim",
};

function shell(): string {
  return (
    '<!doctype html><html class="notion-html" lang="en" data-notion-html="web" data-notion-version="23.13.0.1"><head><meta charset="utf-8"><title>Notion</title></head>' +
    '<body class="notion-body"><div id="notion-app"><div id="initial-loading-spinner"></div><div id="skeleton"></div></div>' +
    `<script src="${SCRIPT_PATH}"></script></body></html>`
  );
}

/**
 * The simulated Notion: the app under both its addresses, published pages, and a customer's own domain. Options go in the
 * query, see `options.ts`; `README.md` beside this file names every behaviour with its switch and its tests.
 */
export const notionSimulator: Simulator = {
  patterns: [
    'https://www.notion.so/**',
    'https://notion.so/**',
    'https://app.notion.com/**',
    'https://acme.notion.site/**',
    'https://handbook.acme.example/**',
  ],
  async respond(url: URL): Promise<SimulatedResponse | null> {
    if (url.pathname === SCRIPT_PATH) {
      const script = await bundlePage(join(import.meta.dirname, 'page.ts'));
      return { status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: script };
    }
    if (url.pathname === '/favicon.ico') return { status: 204, headers: {}, body: '' };
    const policy = POLICIES[url.searchParams.get('csp') ?? 'notion'] ?? '';
    return {
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        ...(policy !== '' && { 'content-security-policy': policy }),
      },
      body: shell(),
    };
  },
};
