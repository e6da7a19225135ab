import { DECOYS } from './content/decoys.ts';
import { elementFrom, need, setHtml } from './html.ts';
import { isPublished, type SimOptions } from './options.ts';
import { dashed } from './random.ts';
import { escapeHtml } from './render-leaf.ts';

const decoyId = (index: number) => dashed(`dec0${index.toString(16)}`.padEnd(32, '0'));

function sidebar(): string {
  const rows = DECOYS.sidebar.map(
    (text, index) =>
      `<div class="notion-selectable notion-page-block" data-block-id="${decoyId(index)}"><a role="link" href="/${decoyId(index).replaceAll('-', '')}"><div class="notion-record-icon notranslate">📄</div><div class="notranslate">${escapeHtml(text)}</div></a></div>`,
  );
  return `<nav class="notion-sidebar-container"><div class="notion-sidebar"><div class="notion-scroller vertical" style="overflow: hidden auto;">${rows.join('')}</div></div></nav>`;
}

export function topbar(): string {
  return (
    `<div class="notion-topbar"><div class="notranslate shadow-cursor-breadcrumb"><div class="notion-selectable notion-page-block" data-block-id="${decoyId(40)}"><a role="link" href="#"><span class="notranslate">${escapeHtml(DECOYS.breadcrumb)}</span></a></div><span>/</span></div>` +
    `<div class="notion-topbar-action-buttons"><div role="button" tabindex="0" class="notion-topbar-share-menu">Share</div><div role="button" tabindex="0" aria-label="${escapeHtml(DECOYS.menu)}">⋯</div></div></div>`
  );
}

/** The chat beside the page: real blocks with ids in an editable root of their own. */
export function chatHtml(): string {
  const block = (text: string, index: number) =>
    `<div class="notion-selectable notion-text-block" data-block-id="${decoyId(60 + index)}"><div><div><div data-content-editable-leaf="true" contenteditable="false" style="white-space: break-spaces;">${escapeHtml(text)}</div></div></div></div>`;
  return (
    `<div class="layout layout-chat" data-agent-chat-survey-shortcut-scope="true"><div data-agent-chat-user-step-id="1">${escapeHtml(DECOYS.chatQuestion)}</div>` +
    `<div class="whenContentEditable" data-content-editable-root="true"><div class="notion-page-content">${DECOYS.chatAnswer.map(block).join('')}</div></div>` +
    `<div data-content-editable-root="true" contenteditable="true" role="textbox"><div data-content-editable-leaf="true" contenteditable="true">${escapeHtml(DECOYS.chatQuestion)}</div></div>` +
    `<div role="button" tabindex="0" data-testid="agent-send-message-button">Send</div></div>`
  );
}

export interface Shell {
  readonly frame: HTMLElement;
  readonly overlay: HTMLElement;
  readonly peekRenderer: HTMLElement;
  /** A fresh scroller in the main frame, in place of the old one. */
  newScroller(): HTMLElement;
}

/** The app's frame around the pages; drawn once and kept through navigation. */
export function buildShell(app: HTMLElement, options: SimOptions): Shell {
  const published = isPublished(location.hostname);
  const theme = options.dark ? 'notion-dark-theme' : 'notion-light-theme';
  setHtml(
    app,
    `<div class="notion-app-inner ${theme}"><div><div class="notion-cursor-listener" style="position: relative;">${!published && options.decoys ? sidebar() : ''}` +
      `<div class="sim-column"><header>${topbar()}</header><main id="main" class="notion-frame"></main></div>` +
      `${options.chat && options.decoys ? `<aside class="sim-aside">${chatHtml()}</aside>` : ''}` +
      `<div aria-hidden="true" role="region" aria-label="Side peek" class="notion-peek-renderer"></div></div></div></div>` +
      `<div class="notion-overlay-container notion-default-overlay-container"></div>`,
  );
  const frame = need(app, 'main.notion-frame');
  const overlay = need(app, '.notion-overlay-container');
  const peekRenderer = need(app, '.notion-peek-renderer');
  overlay.append(peekRenderer);
  return {
    frame,
    overlay,
    peekRenderer,
    newScroller() {
      const holder = elementFrom(
        '<div class="notion-selectable-container" style="display: contents;"><div class="notion-scroller vertical" style="position: relative; overflow: hidden auto;"></div></div>',
      );
      frame.replaceChildren(holder);
      return need(holder, '.notion-scroller');
    },
  };
}
