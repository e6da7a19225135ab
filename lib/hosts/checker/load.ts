import { Fragment, type Node } from 'prosemirror-model';
import type { Block } from '../../model/document.ts';
import { checkerSchema } from './schema.ts';

/** The editor's document for blocks that were read from a file. An empty list gives one empty paragraph. */
export function documentFromBlocks(blocks: readonly Block[]): Node {
  const content: Node[] = [];
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index];
    if (block === undefined) break;
    const run = runOf(blocks, index, block.kind);
    if (block.kind === 'list-item') content.push(...lists(run, 0));
    else if (block.kind === 'table-cell') content.push(table(run));
    else if (block.kind === 'quote') content.push(node('blockquote', run.map(paragraph)));
    else content.push(...run.map(topLevel));
    index += run.length;
  }
  return node('doc', content.length > 0 ? content : [node('paragraph', [])]);
}

function runOf(blocks: readonly Block[], start: number, kind: Block['kind']): readonly Block[] {
  let end = start + 1;
  while (end < blocks.length && blocks[end]?.kind === kind) end++;
  return blocks.slice(start, end);
}

function topLevel(block: Block): Node {
  if (block.kind === 'title') return node('heading', text(block), { level: 1 });
  if (block.kind === 'heading') return node('heading', text(block), { level: Math.min(6, Math.max(1, block.level)) });
  return paragraph(block);
}

/** Lists nested by the items' levels; a level that jumps is entered as one step. */
function lists(items: readonly Block[], level: number): Node[] {
  const listItems: Node[] = [];
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    if (item === undefined) break;
    let end = index + 1;
    while (end < items.length && (items[end]?.level ?? 0) > item.level) end++;
    listItems.push(node('list_item', [paragraph(item), ...lists(items.slice(index + 1, end), level + 1)]));
    index = end;
  }
  return listItems.length === 0 ? [] : [node('bullet_list', listItems)];
}

/** Cells come without their rows, so each stands in a row of its own. */
function table(cells: readonly Block[]): Node {
  return node(
    'table',
    cells.map((cell) => node('table_row', [node('table_cell', [paragraph(cell)])])),
  );
}

function paragraph(block: Block): Node {
  return node('paragraph', text(block));
}

function text(block: Block): Node[] {
  return block.text.split('\n').flatMap((line, index) => {
    const inline = line === '' ? [] : [checkerSchema.text(line)];
    return index === 0 ? inline : [node('hard_break', []), ...inline];
  });
}

function node(name: keyof typeof checkerSchema.nodes, content: readonly Node[], attrs?: Record<string, unknown>): Node {
  const type = checkerSchema.nodes[name];
  if (type === undefined) throw new RangeError(`The editor has no ${String(name)}`);
  return type.create(attrs ?? null, Fragment.from([...content]));
}
