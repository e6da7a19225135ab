import { join } from 'node:path';
import { bundlePage } from '../../harness/bundle.ts';
import type { SimulatedResponse, Simulator } from '../simulator.ts';
import { modelChunks } from './chunks.ts';
import { exportHtml, exportMarkdown, exportText } from './export.ts';
import { documentTabs } from './generate.ts';
import { DEFAULTS, parseOptions, type SimulatorOptions } from './options.ts';

const NONCE = 'c2ltdWxhdG9y';
const EDITOR = /^\/document\/(?:u\/\d+\/)?d\/([\w-]+)\/(edit|view|preview|export|pub|mobilebasic)$/;
const POLICY = [
  `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
  "object-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "connect-src 'self' https://*.googleusercontent.com",
  "frame-src 'self'",
].join('; ');

/** Google Docs behind its own addresses. Remembers the options of each document, for its exports. */
export class GoogleDocsSimulator implements Simulator {
  readonly patterns = ['https://docs.google.com/**', 'https://*.googleusercontent.com/**'];
  /** Requests for exports so far, by format. */
  readonly exports: string[] = [];
  readonly #options = new Map<string, SimulatorOptions>();
  readonly #published = new Map<string, { txt: string; md: string }>();

  /** Sets what the next exports of a document hold, as after edits that have been saved. */
  publish(id: string, texts: { txt: string; md: string }): void {
    this.#published.set(id, texts);
  }

  async respond(url: URL): Promise<SimulatedResponse | null> {
    if (url.hostname.endsWith('.googleusercontent.com'))
      return this.#exported(url, url.searchParams.get('id') ?? '', true);
    if (url.pathname === '/document/' || url.pathname === '/document')
      return page('<title>Docs home</title><main>Recent documents</main>');
    if (url.pathname === '/simulator.js') {
      const body = await bundlePage(join(import.meta.dirname, 'boot.ts'));
      return { status: 200, headers: { 'content-type': 'text/javascript' }, body };
    }
    const [, id, view] = EDITOR.exec(url.pathname) ?? [];
    if (id === undefined) return url.pathname === '/favicon.ico' ? { status: 204, headers: {}, body: '' } : null;
    if (view === 'export') return this.#exported(url, id, false);
    if (view === 'pub' || view === 'mobilebasic')
      return page('<title>Published</title><article>Rendered on the server.</article>');
    const options = parseOptions(url.searchParams);
    this.#options.set(id, options);
    return page(editorHtml(options));
  }

  #exported(url: URL, id: string, redirected: boolean): SimulatedResponse {
    const options = this.#options.get(id) ?? DEFAULTS;
    const format = url.searchParams.get('format') ?? 'txt';
    this.exports.push(format);
    const cors = { 'access-control-allow-origin': '*' };
    if (options.export === 'denied') return { status: 403, headers: {}, body: 'Forbidden' };
    if (options.export === 'limited')
      return { status: 429, headers: { 'retry-after': '30' }, body: 'Too many requests' };
    if (options.export === 'redirect' && !redirected) {
      const target = `https://doc-0s.googleusercontent.com/export?id=${id}&format=${format}`;
      return { status: 307, headers: { location: target }, body: '' };
    }
    const tabs = documentTabs(options);
    const tab = tabs.find((one) => one.id === url.searchParams.get('tab')) ?? tabs[0];
    if (tab === undefined) return { status: 404, headers: {}, body: '' };
    if (format === 'html')
      return { status: 200, headers: { ...cors, 'content-type': 'text/html; charset=utf-8' }, body: exportHtml(tab) };
    const published = this.#published.get(id);
    const body = format === 'md' ? (published?.md ?? exportMarkdown(tab)) : (published?.txt ?? exportText(tab));
    return { status: 200, headers: { ...cors, 'content-type': 'text/plain; charset=utf-8' }, body };
  }
}

/** The simulator that `npm start` and the tests use. */
export function createGoogleDocsSimulator(): GoogleDocsSimulator {
  return new GoogleDocsSimulator();
}

function page(body: string): SimulatedResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    body: `<!doctype html><html lang="en">${body}</html>`,
  };
}

function editorHtml(options: SimulatorOptions): string {
  const [tab] = documentTabs(options);
  const title = tab?.paragraphs[0]?.text.trim() || 'Untitled document';
  const script = (code: string) => `<script nonce="${NONCE}">${code}</script>`;
  const chunks = (tab === undefined ? [] : modelChunks(tab, options)).map((chunk) =>
    script(`DOCS_modelChunk = ${JSON.stringify(chunk).replaceAll('<', '\\u003c')};`),
  );
  return [
    `<head><meta charset="utf-8"><title>${escapeHtml(title)} - Google Docs</title>`,
    options.competitor ? script("window._docs_annotate_canvas_by_ext = 'another-extension';") : '',
    '</head><body>',
    "<noscript>JavaScript isn't enabled in your browser, so this file can't be opened. Enable and reload.</noscript>",
    '<div class="simulated-early">Loading…</div>',
    script('var DOCS_modelChunk = undefined;'),
    ...chunks,
    `<script nonce="${NONCE}" src="/simulator.js"></script>`,
    '</body>',
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
