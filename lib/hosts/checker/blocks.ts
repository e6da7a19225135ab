import type { Node } from 'prosemirror-model';
import type { Block } from '../../model/document.ts';

/** A text block of the editor's document with the position where its text begins. */
export interface TextBlock {
  readonly node: Node;
  /** Position before the node; its text begins one further. */
  readonly pos: number;
  readonly kind: Block['kind'];
  readonly level: number;
}

/** The text blocks of a document in reading order. A first heading of the first level is the title. */
export function textBlocks(doc: Node): readonly TextBlock[] {
  const found: TextBlock[] = [];
  const visit = (parent: Node, start: number, kind: Block['kind'], level: number) => {
    parent.forEach((node, offset) => {
      const pos = start + offset;
      if (node.isTextblock) {
        if (node.type.name !== 'heading') found.push({ node, pos, kind, level });
        else if (pos === 0 && node.attrs.level === 1) found.push({ node, pos, kind: 'title', level: 0 });
        else found.push({ node, pos, kind: 'heading', level: Number(node.attrs.level) });
        return;
      }
      const inner = innerKind(node.type.name, kind, level);
      visit(node, pos + 1, inner.kind, inner.level);
    });
  };
  visit(doc, 0, 'paragraph', 0);
  return found;
}

function innerKind(name: string, kind: Block['kind'], level: number): { kind: Block['kind']; level: number } {
  switch (name) {
    case 'bullet_list':
    case 'ordered_list':
      return { kind: 'list-item', level: kind === 'list-item' ? level + 1 : 0 };
    case 'blockquote':
      return { kind: 'quote', level: 0 };
    case 'table_cell':
      return { kind: 'table-cell', level: 0 };
    default:
      return { kind, level };
  }
}

/** The block that Stagemark reads for a text block. */
export function toBlock(block: TextBlock, id: string): Block {
  return { id, kind: block.kind, level: block.level, text: block.node.textContent };
}
