import type { Block } from '../../model/document.ts';

/** What a block of a type is to its reader; null = no prose. */
export interface BlockRole {
  readonly kind: Block['kind'] | null;
  /** 1-6 for headings, else 0; the depth of list items comes from nesting. */
  readonly level: number;
  /** Whether the block adds a level to the list items in it. */
  readonly list: boolean;
}

const PARAGRAPH: BlockRole = { kind: 'paragraph', level: 0, list: false };
const LIST_ITEM: BlockRole = { kind: 'list-item', level: 0, list: true };
const NO_PROSE: BlockRole = { kind: null, level: 0, list: false };
const heading = (level: number): BlockRole => ({ kind: 'heading', level, list: false });

/** Roles by the type in the block's class. Types that are not here are read as paragraphs, if they have leaves. */
const ROLES: Readonly<Record<string, BlockRole>> = {
  header: heading(1),
  sub_header: heading(2),
  sub_sub_header: heading(3),
  header_4: heading(4),
  bulleted_list: LIST_ITEM,
  numbered_list: LIST_ITEM,
  to_do: LIST_ITEM,
  toggle: LIST_ITEM,
  quote: { kind: 'quote', level: 0, list: false },
  table: { kind: 'table-cell', level: 0, list: false },
  code: NO_PROSE,
  equation: NO_PROSE,
  table_of_contents: NO_PROSE,
  breadcrumb: NO_PROSE,
  bookmark: NO_PROSE,
  file: NO_PROSE,
  unknown: NO_PROSE,
  button: NO_PROSE,
  tab: NO_PROSE,
  template: NO_PROSE,
  factory: NO_PROSE,
  page: NO_PROSE,
  alias: NO_PROSE,
  collection_view: NO_PROSE,
  collection_view_page: NO_PROSE,
};

const TYPE_CLASS = /^notion-(\w+)-block$/;

/** The block type in an element's classes, or null. */
export function blockType(element: Element): string | null {
  for (const name of element.classList) {
    const match = TYPE_CLASS.exec(name);
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}

export function roleOf(type: string | null): BlockRole {
  return (type === null ? undefined : ROLES[type]) ?? PARAGRAPH;
}

/** Whether a closed button in a block of this type hides children. */
export function canToggle(type: string | null): boolean {
  return type === 'toggle' || (type?.includes('header') ?? false);
}
