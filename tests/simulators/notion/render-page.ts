import { DECOYS } from './content/decoys.ts';
import type { SimOptions } from './options.ts';
import { leafElement, type RenderContext } from './render-block.ts';
import { escapeHtml, leafHtml } from './render-leaf.ts';
import { plainText } from './rich.ts';

const VOID = 'contenteditable="false" data-content-editable-void="true"';
const TRAP = '<span data-content-editable-root-tiny-selection-trap="true"></span>';

function titleHtml(context: RenderContext, pageId: string): string {
  const rich = context.store.page(pageId).title;
  const leaf = leafElement(context, leafHtml(rich, pageId), 'h1', 'New page').replace(
    'aria-roledescription="block"',
    'aria-roledescription="page title"',
  );
  return leaf;
}

/** Property rows between title and content; their cells repeat the page's own id. */
function properties(pageId: string): string {
  const row = (name: string, value: string) =>
    `<div role="row"><div role="cell">${escapeHtml(name)}</div><div role="cell"><div class="notion-selectable notion-page-block" data-block-id="${pageId}">` +
    `<div data-testid="property-value"><span>${escapeHtml(value)}</span></div></div></div></div>`;
  return (
    `<div class="layout-content layout-content-with-divider"><div ${VOID}><div role="table" aria-label="Page properties">` +
    `${row('Status', 'In review')}${row('AI summary', DECOYS.property)}</div></div>` +
    `<div class="notion-page-view-discussion"><div data-block-id="${pageId}">${escapeHtml(DECOYS.comment)}</div>` +
    `<div class="discussion-input-text-block content-editable-leaf-rtl" data-content-editable-leaf="true" contenteditable="true" placeholder="${escapeHtml(DECOYS.placeholder)}">${escapeHtml(DECOYS.commentInput)}</div></div></div>`
  );
}

function outlineMargin(context: RenderContext, pageId: string): string {
  const rows = context.store
    .page(pageId)
    .children.slice(0, 30)
    .map((id) => context.store.block(id))
    .filter((block) => block.type.includes('header'))
    .map((block) => `<div>${escapeHtml(plainText(block.leaves[0] ?? []))}</div>`);
  return `<div class="layout-margin-right" style="position: sticky;"><div class="hide-scrollbar ignore-scrolling-container" style="position: absolute;"><div ${VOID}>${rows.join('')}</div></div></div>`;
}

/** A database that fills the page: a title, cards whose titles are leaves, no page content and no editable root. */
function databaseHtml(context: RenderContext, pageId: string): string {
  const cards = DECOYS.cards.map(
    (text, index) =>
      `<div class="notion-selectable notion-page-block notion-collection-item" data-block-id="${pageId.slice(0, -1)}${index}">${leafElement(context, escapeHtml(text), 'div', 'Untitled')}</div>`,
  );
  return (
    `<div class="notion-database-page"><div class="notion-selectable notion-collection_view-block" data-block-id="${pageId}">${titleHtml(context, pageId)}</div>` +
    `<div class="notion-selectable notion-collection_view_page-block" data-block-id="${pageId}"><div class="notion-gallery-view">${cards.join('')}</div></div></div>`
  );
}

/** Everything inside a page's scroller, from the editable root down; the content is filled by the windowing. */
export function pageHtml(context: RenderContext, pageId: string, options: SimOptions): string {
  if (context.store.page(pageId).database) return databaseHtml(context, pageId);
  const root = options.readonly ? 'aria-disabled="true" role="textbox"' : 'contenteditable="true" role="group"';
  return (
    `<div class="whenContentEditable" data-content-editable-root="true" ${root} style="position: relative;" ${options.rtl ? 'dir="rtl"' : ''}>${TRAP}` +
    `<div class="layout ${options.full ? 'layout-wide' : ''}">` +
    `<div class="pseudoSelection" ${VOID} style="display: contents;">${options.decoys ? outlineMargin(context, pageId) : ''}</div>` +
    `<div class="layout-full"><div class="pseudoSelection" ${VOID}><div class="sim-cover"></div></div></div>` +
    `<div class="layout-content"><div><div class="pseudoSelection" ${VOID}><div class="notion-record-icon notranslate"><div role="img" aria-label="Page icon"><span role="img" aria-label="🧭">🧭</span></div></div><div class="notion-page-controls"></div></div>` +
    `<div><div class="notion-selectable notion-page-block" data-block-id="${pageId}">${titleHtml(context, pageId)}</div></div></div></div>` +
    `${options.decoys ? properties(pageId) : ''}` +
    `<div class="layout-content layout-editor"><div class="notion-page-content" style="flex-shrink: 0;"></div></div>` +
    `</div>${TRAP}</div>`
  );
}
