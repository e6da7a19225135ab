import type { SimBlock, Store } from './model.ts';
import { dashed, type Random, seedOf } from './random.ts';
import { codeHtml, escapeHtml, leafHtml } from './render-leaf.ts';
import { plainText, type Rich } from './rich.ts';

/** What rendering needs to know besides the block itself. */
export interface RenderContext {
  readonly store: Store;
  readonly readonly: boolean;
  /** Hashed class names of this load. */
  readonly names: (kind: string) => string;
  /** Anonymous wrappers between block and leaf, by block type; differs from load to load. */
  readonly depth: (type: string) => number;
  /** Whether a toggle's children are mounted in this view. */
  readonly mounted: (id: string) => boolean;
}

/** Hashed class names and wrapper depths that are the same within a load and differ between loads. */
export function createNames(random: Random): Pick<RenderContext, 'names' | 'depth'> {
  const seed = random.int(0, 1e9);
  return {
    names: (kind) => `x${seedOf(`${seed}${kind}`).toString(36)} x${seedOf(`${kind}${seed}`).toString(36)}`,
    depth: (type) => 2 + (seedOf(`${seed}${type}`) % 3),
  };
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  header: 'Heading 1',
  sub_header: 'Heading 2',
  sub_sub_header: 'Heading 3',
  header_4: 'Heading 4',
  bulleted_list: 'List',
  numbered_list: 'List',
  to_do: 'To-do',
  toggle: 'Toggle',
  quote: 'Empty quote',
  callout: 'Type something…',
};
const TAGS: Readonly<Record<string, string>> = {
  header: 'h2',
  sub_header: 'h3',
  sub_sub_header: 'h4',
  header_4: 'h5',
};
const VOID = 'contenteditable="false" data-content-editable-void="true"';

let leafCount = 0;

/** One leaf: the element that holds a line of rich text. */
export function leafElement(
  context: RenderContext,
  inside: string,
  tag: string,
  placeholder: string,
  extra = '',
  id = `:r${(leafCount++).toString(36)}:`,
): string {
  return (
    `<${tag} id="${id}" class="content-editable-leaf-rtl notranslate ${context.names('leaf')}" ` +
    `data-content-editable-leaf="true" contenteditable="${context.readonly ? 'false' : 'true'}" spellcheck="true" ` +
    `placeholder="${escapeHtml(placeholder)}" role="textbox" aria-multiline="true" aria-roledescription="block" tabindex="0" ` +
    `style="max-width:100%;width:100%;white-space:break-spaces;word-break:break-word;caret-color:inherit;padding:3px 2px" ${extra}>${inside}</${tag}>`
  );
}

function wrapped(context: RenderContext, type: string, inside: string): string {
  let html = `${inside}<div style="position: relative; left: 0px;"></div>`;
  for (let i = context.depth(type); i > 0; i--) html = `<div class="${context.names(`${type}${i}`)}">${html}</div>`;
  return html;
}

function lineLeaf(context: RenderContext, block: SimBlock, rich: Rich): string {
  const done = block.type === 'to_do' && block.checked;
  return leafElement(
    context,
    leafHtml(rich, block.id),
    TAGS[block.type] ?? 'div',
    PLACEHOLDERS[block.type] ?? ' ',
    done ? 'data-done="true"' : '',
  );
}

function marker(block: SimBlock, number: number): string {
  if (block.type === 'bulleted_list') {
    return `<div class="notion-list-item-box-left" ${VOID}><div class="pseudoBefore" style="--pseudoBefore--content:'•'"></div></div>`;
  }
  if (block.type === 'numbered_list') {
    return `<div class="notion-list-item-box-left" ${VOID}><span class="notion-number">${number}.</span></div>`;
  }
  if (block.type === 'to_do') {
    return `<div class="notion-list-item-box-left" ${VOID}><div class="pseudoHover pseudoActive"><input type="checkbox" role="checkbox" tabindex="-1" ${block.checked ? 'checked' : ''}></div></div>`;
  }
  if (block.open !== null) {
    return `<div class="notion-list-item-box-left" ${VOID}><div role="button" tabindex="0" aria-expanded="${block.open}" aria-controls="t-${block.id}" aria-label="Open toggle" class="sim-toggle">▸</div></div>`;
  }
  return '';
}

function childrenHtml(context: RenderContext, ids: readonly string[]): string {
  let number = 0;
  return ids
    .map((id) => {
      const block = context.store.block(id);
      number = block.type === 'numbered_list' ? number + 1 : 0;
      return blockHtml(context, id, number);
    })
    .join('');
}

function nested(context: RenderContext, block: SimBlock): string {
  if (block.children.length === 0 || (block.open !== null && !context.mounted(block.id))) return '';
  return `<div class="sim-children ${context.names('children')}" id="t-${block.id}">${childrenHtml(context, block.children)}</div>`;
}

function caption(context: RenderContext, block: SimBlock): string {
  const rich = block.leaves[0];
  return rich === undefined || plainText(rich) === ''
    ? ''
    : leafElement(context, leafHtml(rich, block.id), 'div', 'Write a caption…', '', `c-${block.id}`);
}

function figure(context: RenderContext, block: SimBlock, inside: string): string {
  return wrapped(
    context,
    block.type,
    `<div ${VOID}><div role="figure" aria-labelledby="c-${block.id}"><div class="notion-cursor-default">${inside}` +
      `<div role="button" tabindex="0" aria-label="Comment and more"></div></div><div>${caption(context, block)}</div></div></div>\u200B`,
  );
}

function table(context: RenderContext, block: SimBlock): string {
  const rows: string[] = [];
  for (let at = 0; at < block.leaves.length; at += block.columns) {
    const cells = block.leaves.slice(at, at + block.columns).map((rich) => {
      const leaf = leafElement(context, leafHtml(rich, block.id), 'div', ' ').replace(
        'class="',
        'class="notion-table-cell-text ',
      );
      return `<td><div class="notion-table-cell">${leaf}</div></td>`;
    });
    rows.push(`<tr class="notion-table-row">${cells.join('')}</tr>`);
  }
  const outer = `class="notion-selectable notion-table-block" data-block-id="${block.id}"`;
  return (
    `<div ${outer}><div ${VOID}><div class="notion-scroller horizontal" style="overflow: auto hidden;"><div ${outer}>` +
    `<div class="notion-selectable notion-table-block notion-table-tbody-selectable" data-block-id="${block.id}">` +
    `<table><tbody>${rows.join('')}</tbody></table></div></div></div></div></div>`
  );
}

function code(context: RenderContext, block: SimBlock): string {
  const leaf = leafElement(context, codeHtml(plainText(block.leaves[0] ?? [])), 'div', ' ').replace(
    'spellcheck="true"',
    'spellcheck="false"',
  );
  return (
    `<div ${VOID} role="figure"><div role="button" tabindex="0">Bash</div><div role="button" tabindex="0">Copy</div></div>` +
    `<div class="line-numbers notion-code-block" style="white-space: pre;">${leaf}</div>\u200B`
  );
}

/** A card view of a database: card titles are real leaves, and the database's id stands on four elements inside each other. */
function collection(context: RenderContext, block: SimBlock): string {
  const self = `class="notion-selectable notion-collection_view-block" data-block-id="${block.id}"`;
  const cards = block.leaves.map((rich, index) => {
    const id = dashed((seedOf(block.id).toString(16).padStart(8, '0') + index.toString(16)).padEnd(32, '0'));
    return (
      `<div class="notion-selectable notion-page-block notion-collection-item" data-block-id="${id}"><a role="link" href="/${id.replaceAll('-', '')}">` +
      `<div class="notion-record-icon notranslate"><span role="img" aria-label="📌">📌</span></div>${leafElement(context, leafHtml(rich, id), 'div', 'Untitled')}` +
      `<div class="notion-gallery-preview"><div class="notion-selectable notion-text-block" data-block-id="${dashed(id.replaceAll('-', '').slice(0, 31).padEnd(32, 'f'))}">${leafElement(context, leafHtml(rich, id), 'div', ' ')}</div></div>` +
      `<div data-testid="property-value">${escapeHtml(plainText(rich))}</div></a></div>`
    );
  });
  return (
    `<div ${self}><div ${VOID}><div ${self}><div role="tablist"><div class="notion-collection-view-tab-button"><div role="tab">Board of bets</div></div></div></div></div>` +
    `<div ${VOID}><div class="notion-scroller horizontal notion-collection-view-body" style="overflow: auto hidden;"><div class="notion-gallery-view">` +
    `<div ${self}><div><div><div ${self}></div></div>${cards.join('')}</div></div></div></div></div></div>`
  );
}

function outline(context: RenderContext, block: SimBlock): string {
  const page = context.store.page(context.store.pageOf(block.id));
  const rows = page.children
    .map((id) => context.store.block(id))
    .filter((item) => item.type.includes('header'))
    .map(
      (item) =>
        `<a class="notion-selectable" data-block-id="${item.id}" href="#${item.id.replaceAll('-', '')}" role="link">${escapeHtml(plainText(item.leaves[0] ?? []))}</a>`,
    );
  return `<div ${VOID}>${rows.join('')}</div>`;
}

/** A row of labels and the one child that is shown; the others are not in the DOM. */
function tabs(context: RenderContext, block: SimBlock): string {
  const labels = block.children.map((id, index) => {
    const label = escapeHtml(plainText(context.store.leaf(id, 0)));
    return `<div role="tab" tabindex="0" aria-selected="${index === block.shown}" aria-controls="p-${id}">${label}</div>`;
  });
  const shown = block.children.slice(block.shown, block.shown + 1);
  return `<div ${VOID}><div role="tablist">${labels.join('')}</div></div>${childrenHtml(context, shown)}`;
}

/** The inside of a block's element, without the element itself. */
export function blockInside(context: RenderContext, block: SimBlock, number: number): string {
  const rich = block.leaves[0] ?? [];
  switch (block.type) {
    case 'bulleted_list':
    case 'numbered_list':
    case 'to_do':
    case 'toggle':
      return `<div class="${context.names('row')}" style="display: flex;">${marker(block, number)}<div style="flex: 1;">${wrapped(context, block.type, lineLeaf(context, block, rich))}${nested(context, block)}</div></div>`;
    case 'header':
    case 'sub_header':
    case 'sub_sub_header':
    case 'header_4':
      return `<div style="display: flex;">${marker(block, number)}<div style="flex: 1;">${lineLeaf(context, block, rich)}<div style="position: relative;"></div>${nested(context, block)}</div></div>`;
    case 'callout':
      return `<div role="note"><div style="display: flex;"><div class="notion-record-icon notranslate" ${VOID}><div role="img" aria-label="Change icon"><span role="img" aria-label="💡">💡</span></div></div><div>${lineLeaf(context, block, rich)}${nested(context, block)}</div><div style="position: relative;"></div></div></div>`;
    case 'quote':
    case 'text':
      return wrapped(context, block.type, lineLeaf(context, block, rich)) + nested(context, block);
    case 'code':
      return code(context, block);
    case 'equation':
      return `<div ${VOID}><span class="katex-display">${leafHtml(rich, block.id)}</span></div>`;
    case 'divider':
      return `<div class="notion-cursor-default" ${VOID}><div role="separator"></div></div>`;
    case 'breadcrumb':
      return `<div ${VOID}><div class="notion-selectable notion-page-block" data-block-id="${block.parent ?? ''}">Product / Bets / This page</div></div>`;
    case 'table_of_contents':
      return outline(context, block);
    case 'image':
    case 'video':
    case 'audio':
    case 'pdf':
    case 'embed':
      return figure(context, block, '<img alt="" src="data:,">');
    case 'file':
      return figure(context, block, '<div>roadmap-draft.pdf</div><div>312.4 kB</div>');
    case 'bookmark':
      return figure(
        context,
        block,
        `<a role="link" href="#"><div>${escapeHtml(plainText(block.leaves[1] ?? []))}</div></a>`,
      );
    case 'page':
    case 'alias':
    case 'collection_view_page':
      return `<a role="link" href="/${block.id.replaceAll('-', '')}"><div class="notion-record-icon notranslate">📄</div><div>${escapeHtml(plainText(block.leaves[0] ?? []))}</div></a>`;
    case 'button':
    case 'factory':
      return `<div ${VOID}><div role="button" tabindex="0">Add a task</div></div>`;
    case 'column_list':
      return `<div style="display: flex;">${childrenHtml(context, block.children)}</div>`;
    case 'transclusion_reference':
      return `<div>${childrenHtml(context, block.source === null ? [] : context.store.block(block.source).children)}</div>`;
    case 'column':
    case 'transclusion_container':
      return `<div style="flex: 1;">${childrenHtml(context, block.children)}</div>`;
    case 'tab':
      return tabs(context, block);
    case 'transcription':
      return `<div role="group"><div ${VOID}><span role="img" aria-label="🎙">🎙</span><div>Meeting of 2 March</div><div role="button" tabindex="0">Start transcribing</div></div>${tabs(context, block)}</div>`;
    case 'tab_item':
      return `<div role="tabpanel" id="p-${block.id}">${childrenHtml(context, block.children)}</div>`;
    case 'table':
    case 'collection_view':
      return '';
    default: {
      const never: never = block.type;
      return never;
    }
  }
}

/** A whole block with everything nested in it. */
export function blockHtml(context: RenderContext, id: string, number = 1): string {
  const block = context.store.block(id);
  if (block.type === 'table') return table(context, block);
  if (block.type === 'collection_view') return collection(context, block);
  return `<div class="notion-selectable notion-${block.type}-block" data-block-id="${id}">${blockInside(context, block, number)}</div>`;
}

/** A block that is not loaded yet. */
export function unknownHtml(id: string): string {
  return `<div class="notion-selectable notion-unknown-block" data-block-id="${id}"><div class="nds-shimmer-text" style="height: 24px;"></div></div>`;
}
