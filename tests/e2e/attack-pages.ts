import type { SimulatedResponse, Simulator } from '../simulators/simulator.ts';
import type { Evaluates } from './marks.ts';

/** A sentence of the attacked documents by which leaks are found. */
export const SECRET = 'Our bet is the purple zeppelin strategy for the northern market';

/** Characters in the text of a flooding page: 50 MB as UTF-16. */
const FLOOD_UNITS = 25_000_000;

/** Titles and texts that become markup, code or controls where somebody is careless. */
const HOSTILE_TEXTS = [
  '<script>globalThis.__owned = true</script>',
  '<img src=x onerror="globalThis.__owned = true">',
  '"><svg onload=globalThis.__owned=true>',
  '$& $1 `+(globalThis.__owned = true)+` {{constructor.constructor("__owned = true")()}}',
  '__proto__ constructor toString',
  // Direction, end of string, bell, half a pair, no character, line separator: as characters, not as their names.
  '\u202e\u0000\u0007\ud800\uffff\u2028 control characters',
];

/** Enough plain prose for a review. */
const PROSE = [
  'We choose the northern market first, because its customers pay twice as much and nobody serves them well.',
  'Instead of more features we bet on speed, and we will not build the mobile app this year.',
  'The rollout begins with five stores in March, and each release is measured against the week before it.',
  'We hire two engineers and one designer, and every manager has a weekly talk with each person in the team.',
];

/** What the pages leave for the tests. */
export type AttackWindow = typeof globalThis & {
  readonly __owned?: boolean;
  readonly __overheard: readonly string[];
  readonly __probe: Promise<readonly string[]>;
  /** Rounds of forged messages that were sent. */
  readonly __rounds: number;
};

/** Waits until a page has sent forty rounds of forged messages, so that it can be looked at. */
export const attacked = (page: Evaluates): Promise<true> =>
  page.evaluate(
    () =>
      new Promise<true>((done) => {
        setInterval(() => (globalThis as AttackWindow).__rounds >= 40 && done(true), 100);
      }),
  );

/** The extension under attack. */
export interface Attacked {
  readonly id: string;
  /** Address of its root, ending in a slash. */
  readonly root: string;
}

/**
 * What both pages do: wrap every built-in that scripts of extensions use, forge messages in every way that a page has, and
 * put the extension's pages into frames.
 */
function attack({ id, root }: Attacked): string {
  return `
    globalThis.__overheard = [];
    const overhear = (what) => { if (__overheard.length < 20000) __overheard.push(String(what)); };
    for (const [owner, names] of [
      [Array.prototype, ['map', 'filter', 'push', 'join', 'slice']], [String.prototype, ['slice', 'replace', 'split', 'trim']],
      [Map.prototype, ['get', 'set']], [Set.prototype, ['add', 'has']], [Promise.prototype, ['then']],
      [EventTarget.prototype, ['addEventListener', 'dispatchEvent']], [Element.prototype, ['attachShadow', 'append', 'setAttribute']],
      [Storage.prototype, ['setItem', 'getItem']], [JSON, ['parse', 'stringify']], [Object, ['keys', 'entries', 'assign']],
    ]) for (const name of names) {
      const native = owner[name];
      let busy = false;
      owner[name] = function (...values) {
        // Only calls with an extension's script on the stack are of interest.
        if (!busy) { busy = true; const stack = new Error().stack ?? ''; if (stack.includes('-extension://')) overhear(name); busy = false; }
        return Reflect.apply(native, this, values);
      };
    }
    for (const name of ['stagemark-card', 'stagemark-marks']) {
      customElements.define(name, class extends HTMLElement {
        connectedCallback() { overhear(this.shadowRoot?.textContent ?? ''); }
      });
    }
    const forgeries = [null, {}, 'x'.repeat(100000), { kind: 'set-switch', scope: 'everywhere', on: false },
      { kind: 'relabel-phrase', phrase: 'forged', label: 'none' }, { kind: 'get-state' }, { ok: true, value: {} }];
    globalThis.__rounds = 0;
    setInterval(() => {
      __rounds++;
      for (const forgery of forgeries) {
        postMessage(forgery, '*');
        for (const name of ['stagemark', 'stagemark:hello', 'stagemark-state', 'stagemark-grammar', 'wxt:content-script-started'])
          document.dispatchEvent(new CustomEvent(name, { detail: forgery }));
        try { globalThis.chrome?.runtime?.sendMessage?.('${id}', forgery, () => overhear('answered')); } catch (error) { overhear('refused'); }
      }
    }, 50);
    for (const page of ['popup.html', 'options.html', 'checker.html', 'trust.html', 'content-scripts/notion.js']) {
      const frame = document.createElement('iframe');
      frame.src = '${root}' + page;
      frame.style.cssText = 'width:40px;height:40px;position:fixed;bottom:0;left:0;opacity:0';
      document.documentElement.append(frame);
    }
    globalThis.__probe = Promise.all(['popup.html', 'icon/16.png', '_locales/en/messages.json'].map((file) =>
      new Promise((done) => {
        const image = new Image();
        image.onload = () => done('loaded ' + file);
        image.onerror = () => done('');
        image.src = '${root}' + file;
      })));
  `;
}

const html = (body: string): SimulatedResponse => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="en">${body}</html>`,
});

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page at a Google Docs address whose text API gives a text that is another each time and whose title is code. */
function docsPage(attacked: Attacked, flood: boolean): SimulatedResponse {
  return html(`
    <head><title>${escapeHtml(HOSTILE_TEXTS[0] ?? '')} - Google Docs</title><script>${attack(attacked)}</script></head>
    <body><div class="kix-appview-editor" style="height:600px;overflow:auto"><div class="kix-page-paginated"></div></div>
    <input class="docs-title-input" value="${escapeHtml(HOSTILE_TEXTS[1] ?? '').replaceAll('"', '&quot;')}">
    <script>
      const paragraphs = ['${SECRET}.', ...${JSON.stringify([...HOSTILE_TEXTS, ...PROSE]).replaceAll('<', '\\u003c')}];
      let turn = 0;
      globalThis._docs_annotate_getAnnotatedText = () => ({
        getText: () => '\\u0003' + paragraphs.join('\\n') + '\\n' + ${flood ? `'We hire a team. '.repeat(${FLOOD_UNITS / 16})` : "''"} + turn++ + '\\n',
        getSelection: () => [{ start: { valueOf() { throw new Error('no'); } }, end: -5 }],
      });
    </script></body>`);
}

/** A page at a Notion address of hostile leaves, with one of 50 MB where it floods. */
function notionPage(attacked: Attacked, flood: boolean): SimulatedResponse {
  const leaves = [`${SECRET}.`, ...HOSTILE_TEXTS, ...PROSE]
    .map(
      (text, at) =>
        `<div class="notion-selectable notion-text-block" data-block-id="00000000-0000-4000-8000-00000000000${at.toString(16)}">
          <div data-content-editable-leaf="true" contenteditable="true">${escapeHtml(text)}</div></div>`,
    )
    .join('');
  return html(`
    <head><title>${escapeHtml(HOSTILE_TEXTS[0] ?? '')}</title><script>${attack(attacked)}</script></head>
    <body><div id="notion-app"><main class="notion-frame"><div class="notion-scroller">
      <h1 data-content-editable-leaf="true" contenteditable="true">${escapeHtml(HOSTILE_TEXTS[1] ?? '')}</h1>
      <div class="notion-page-content" data-content-editable-root="true">${leaves}</div>
    </div></main></div>
    <script>
      const content = document.querySelector('.notion-page-content');
      const leaf = content.firstElementChild.cloneNode(true);
      leaf.dataset.blockId = '00000000-0000-4000-8000-0000000000ff';
      ${flood ? `leaf.firstElementChild.textContent = 'We hire a team. '.repeat(${FLOOD_UNITS / 16});` : ''}
      content.append(leaf);
      CSS.highlights.set('stagemark-strategy', new Highlight());
    </script></body>`);
}

/** Hostile pages at the addresses of both hosts; `?flood=1` makes their texts 50 MB large. */
export function attackSimulator(attacked: () => Attacked): Simulator {
  return {
    patterns: ['https://docs.google.com/**', 'https://www.notion.so/**'],
    async respond(url) {
      if (url.pathname === '/favicon.ico') return { status: 204, headers: {}, body: '' };
      if (url.pathname.endsWith('/export')) return null;
      const flood = url.searchParams.has('flood');
      return url.hostname === 'docs.google.com' ? docsPage(attacked(), flood) : notionPage(attacked(), flood);
    },
  };
}
