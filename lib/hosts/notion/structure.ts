import type { Block } from '../../model/document.ts';
import { blockType, canToggle, roleOf } from './block-types.ts';
import { BLOCK, BLOCK_ID, EXCLUDED_CLASSES, LANDMARKS, LEAF, SYNCED } from './selectors.ts';

/** One leaf of prose in the DOM and what it is. */
export interface LeafPlace {
  readonly element: Element;
  /** Block id, with the leaf's number behind a slash from the second leaf of a block on. */
  readonly key: string;
  readonly kind: Block['kind'];
  readonly level: number;
  /** Id of the outermost block around it. */
  readonly topId: string;
}

/** What one look at the content found. */
export interface Structure {
  readonly leaves: readonly LeafPlace[];
  /** Further leaves that show a block again (synced copies), by key. */
  readonly copies: ReadonlyMap<string, readonly Element[]>;
  readonly toggles: readonly Element[];
  readonly notLoaded: number;
  readonly databases: number;
  /** Leaves in the content that are not prose. */
  readonly skipped: number;
}

/** What a block element is, from its classes and the blocks around it. */
interface BlockInfo {
  readonly id: string;
  /** The outermost of the nested elements that carry the id: one showing of the block. */
  readonly instance: Element;
  readonly kind: Block['kind'] | null;
  readonly level: number;
  /** List blocks around, this one included. */
  readonly depth: number;
  readonly topId: string;
  readonly toggles: boolean;
  readonly quoted: boolean;
}

export interface StructureReader {
  read(): Structure;
  /** Forgets what blocks were; needed when known nodes moved. */
  forget(): void;
}

/** Reads which leaves of a content element are prose, in reading order. */
export function createStructureReader(content: Element): StructureReader {
  let infos = new WeakMap<Element, BlockInfo | null>();

  /** Climbs to the nearest block. @returns null outside blocks or inside something that is no prose. */
  function blockAround(start: Element): BlockInfo | null {
    for (let at: Element | null = start; at !== null && at !== content; at = at.parentElement) {
      if (at.hasAttribute(BLOCK_ID)) return infoOf(at);
      if (isExcluded(at)) return null;
    }
    return null;
  }

  function infoOf(element: Element): BlockInfo | null {
    const known = infos.get(element);
    if (known !== undefined) return known;
    const info = describe(element);
    infos.set(element, info);
    return info;
  }

  function describe(element: Element): BlockInfo | null {
    const id = element.getAttribute(BLOCK_ID) ?? '';
    if (isExcluded(element)) return null;
    const type = blockType(element);
    const role = roleOf(type);
    let outer: BlockInfo | null = null;
    for (let at = element.parentElement; at !== null && at !== content; at = at.parentElement) {
      if (at.hasAttribute(BLOCK_ID)) {
        outer = infoOf(at);
        if (outer === null) return null;
        break;
      }
      if (isExcluded(at)) return null;
    }
    if (outer !== null && outer.id === id) return outer;
    const depth = (outer?.depth ?? 0) + (role.list ? 1 : 0);
    const quoted = type === 'quote' || ((outer?.quoted ?? false) && role.kind === 'paragraph');
    return {
      id,
      instance: element,
      kind: quoted && role.kind === 'paragraph' ? 'quote' : role.kind,
      level: role.list ? depth - 1 : role.level,
      depth,
      topId: outer?.topId ?? id,
      toggles: canToggle(type),
      quoted: type === 'quote',
    };
  }

  return {
    forget() {
      infos = new WeakMap();
    },
    read() {
      const leaves: LeafPlace[] = [];
      const copies = new Map<string, Element[]>();
      const seen = new Set<string>();
      const counts = new Map<Element, number>();
      const toggles: Element[] = [];
      const databases = new Set<string>();
      let notLoaded = 0;
      let skipped = 0;
      for (const element of content.querySelectorAll(LANDMARKS)) {
        if (!element.matches(LEAF)) {
          if (element.hasAttribute('aria-expanded')) {
            if (blockAround(element)?.toggles === true) toggles.push(element);
          } else if (element.classList.contains('notion-unknown-block')) notLoaded++;
          else databases.add(element.getAttribute(BLOCK_ID) ?? '');
          continue;
        }
        const info = blockAround(element);
        if (info === null || info.kind === null) {
          skipped++;
          continue;
        }
        const index = counts.get(info.instance) ?? 0;
        counts.set(info.instance, index + 1);
        const key = index === 0 ? info.id : `${info.id}/${index}`;
        if (seen.has(key)) {
          const list = copies.get(key);
          if (list === undefined) copies.set(key, [element]);
          else list.push(element);
          continue;
        }
        seen.add(key);
        leaves.push({ element, key, kind: info.kind, level: info.level, topId: info.topId });
      }
      return {
        ...foldSyncedCopies(content, leaves, copies),
        toggles,
        notLoaded,
        databases: databases.size,
        skipped,
      };
    },
  };
}

function isExcluded(element: Element): boolean {
  for (const name of element.classList) if (EXCLUDED_CLASSES.has(name)) return true;
  return false;
}

/**
 * Synced copies usually repeat the ids of the original and are found by them. A copy with ids of its own is recognised when
 * every one of its lines equals the lines of an earlier synced block, in order.
 */
function foldSyncedCopies(
  content: Element,
  leaves: readonly LeafPlace[],
  copies: Map<string, Element[]>,
): Pick<Structure, 'leaves' | 'copies'> {
  if (content.querySelector(SYNCED) === null) return { leaves, copies };
  const groups = new Map<Element, LeafPlace[]>();
  for (const leaf of leaves) {
    const holder = leaf.element.closest(SYNCED);
    if (holder === null) continue;
    const group = groups.get(holder);
    if (group === undefined) groups.set(holder, [leaf]);
    else group.push(leaf);
  }
  const originals = new Map<string, LeafPlace[]>();
  const folded = new Set<LeafPlace>();
  for (const group of groups.values()) {
    const text = group.map((leaf) => leaf.element.textContent ?? '').join('\n');
    const original = originals.get(text);
    if (text.trim() === '' || original === undefined) {
      originals.set(text, group);
      continue;
    }
    group.forEach((leaf, index) => {
      const key = original[index]?.key;
      if (key === undefined) return;
      folded.add(leaf);
      copies.set(key, [...(copies.get(key) ?? []), leaf.element]);
    });
  }
  return { leaves: folded.size === 0 ? leaves : leaves.filter((leaf) => !folded.has(leaf)), copies };
}

/** The blocks that hold no other block: what is read where a page has text and no leaf. */
export function innermostBlocks(content: Element): Element[] {
  return [...content.querySelectorAll(BLOCK)].filter((block) => block.querySelector(BLOCK) === null);
}
