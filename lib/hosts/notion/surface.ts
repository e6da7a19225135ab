import { createHighlightMarker, type HighlightMarker } from '../../marks/css-highlights.ts';
import type { HighlightRegistry } from '../../marks/css-highlights-registry.ts';
import type { Limit, Snapshot, Unread } from '../../model/document.ts';
import type { Surface, SurfaceChange } from '../host.ts';
import { offsetOfPoint, rangesOver } from './leaf-text.ts';
import { type SurfacePlace, scrollerOf, titleOf } from './places.ts';
import { createReading, type ReadingChange, type ReadingFacts } from './reading.ts';
import { createReveal } from './reveal.ts';
import { BLOCK, BLOCK_ID, DATABASE, LEAF, STRUCTURE, SYNCED } from './selectors.ts';
import { watchTyping } from './typing.ts';
import { createViewport } from './viewport.ts';

/** How far (CSS pixels) beyond the scroller's edges blocks count as near the screen. */
const NEAR_MARGIN = 400;

/** A surface with what only the host of this page needs. */
export interface NotionSurface extends Surface {
  readonly place: SurfacePlace;
  /** False once the document that it was made for is no longer what its elements show. */
  alive(): boolean;
  /** Tells of what no mutation tells (a toggle was closed); `full` reads everything again, after a pause of watching. */
  recheck(full: boolean): void;
  /** Stops watching the page while the tab is hidden; a full `recheck` after `resume` catches up. */
  pause(): void;
  resume(): void;
  facts(): ReadingFacts & { readonly lines: number; readonly drawn: number };
  /** The app took the document out of the page and put the same nodes back: ranges in them are dead. */
  remounted(): void;
  /** Removes the marks and stops. */
  dispose(): void;
}

export function createSurface(id: string, place: SurfacePlace, registry: HighlightRegistry): NotionSurface {
  const { content, root } = place;
  const ended = new AbortController();
  const { signal } = ended;
  const listeners = new Set<(change: SurfaceChange) => void>();
  let title = titleOf(root, content);
  const titleNow = () => {
    if (title === null || !root.contains(title)) title = titleOf(root, content);
    return title;
  };
  const reading = createReading(content, titleNow, place.pageId);
  const scroller = scrollerOf(content);
  const viewport = createViewport(reading.rows, scroller, NEAR_MARGIN);
  let revision = 1;
  let snapshot: Snapshot | null = null;
  let near: ReadonlySet<string> = new Set();
  let frame = 0;
  let after = 0;

  const marker: HighlightMarker = createHighlightMarker(registry, {
    text: (key) => reading.record(key)?.block.text ?? null,
    ranges(key, start, end) {
      const record = reading.record(key);
      if (record === undefined || record.element === null) return [];
      return [record.element, ...record.copies].flatMap((element) => rangesOver(reading.map(element), start, end));
    },
    near: () => near,
    blockAt: (element) => reading.locate(element)?.record.key ?? null,
  });

  function takeSnapshot(): Snapshot {
    const facts = reading.facts();
    const blocks = reading.records.map((record) => record.block);
    const title = blocks[0]?.kind === 'title' ? blocks[0].text : '';
    return {
      surfaceId: id,
      revision,
      host: 'notion',
      kind: place.kind,
      title,
      editable: place.editable,
      blocks,
      unread: unreadParts(facts),
      limits: limitsOf(facts),
    };
  }

  function tell(change: ReadingChange) {
    const { touched, redrawn } = change;
    if (touched === null) marker.changed(null);
    else if (touched.length > 0 || redrawn.length > 0) marker.changed([...touched, ...redrawn]);
    if (touched !== null && touched.length === 0) return;
    revision++;
    snapshot = null;
    for (const listener of listeners) listener({ snapshot: current(), touched, typing: typing.active() });
  }

  function current(): Snapshot {
    snapshot ??= takeSnapshot();
    return snapshot;
  }

  /** Whether nodes that came or went are blocks, leaves or toggles; handles, halos and icons are not. */
  function isStructural(record: MutationRecord): boolean {
    for (const nodes of [record.addedNodes, record.removedNodes]) {
      for (const node of nodes) {
        if (node instanceof Element && (node.matches(STRUCTURE) || node.querySelector(STRUCTURE) !== null)) return true;
      }
    }
    return false;
  }

  function onMutations(records: readonly MutationRecord[]) {
    const dirty = new Set<Element>();
    const around = new Set<Node>();
    for (const record of records) {
      const found = reading.locate(record.target);
      if (found !== null) {
        dirty.add(found.element);
        if (found.element.closest(SYNCED) !== null) around.add(found.element);
      }
      if (record.type !== 'childList' || around.has(record.target) || !isStructural(record)) continue;
      if (record.target instanceof Element && record.target.closest(DATABASE) === null) around.add(record.target);
    }
    if (dirty.size === 0 && around.size === 0) return;
    const first = dirty.size > 0 ? reading.readLeaves(dirty) : NOTHING;
    const second = around.size > 0 ? reading.readStructure(around) : NOTHING;
    if (around.size > 0) lookAfterFrame();
    tell(joined(first, second));
  }

  /** Finds out what is near the screen in the coming frame: scrolling leaves the layout as it is. */
  function lookSoon() {
    if (frame !== 0 || signal.aborted) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      look();
    });
  }

  /** The same after the coming frame, so that no layout is done for us that the page has not done already. */
  function lookAfterFrame() {
    if (after !== 0 || signal.aborted) return;
    after = requestAnimationFrame(() => {
      setTimeout(() => {
        after = 0;
        if (!signal.aborted) look();
      });
    });
  }

  function look() {
    const keys = new Set<string>();
    const title = reading.records[0];
    if (title?.block.kind === 'title') keys.add(title.key);
    for (const row of viewport.near()) {
      const leaves = row.matches(LEAF) ? [row] : row.querySelectorAll(LEAF);
      for (const leaf of leaves) {
        const found = reading.locate(leaf);
        if (found !== null) keys.add(found.record.key);
      }
      const fallback = reading.locate(row);
      if (fallback !== null) keys.add(fallback.record.key);
    }
    near = keys;
    marker.moved();
  }

  const typing = watchTyping(root, () => tell({ touched: [], redrawn: [] }), signal);
  const observer = new MutationObserver(onMutations);
  const sizes = new ResizeObserver(look);
  function observe() {
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    sizes.observe(content);
    if (scroller !== null) sizes.observe(scroller);
  }
  const onScroll = (event: Event) => {
    if (event.target instanceof Node && event.target.contains(content)) lookSoon();
  };
  document.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
  addEventListener('resize', lookSoon, { passive: true, signal });
  reading.readStructure(null);
  observe();
  look();

  const reveal = createReveal({ reading, content, scroller: () => scroller, signal });
  return {
    id,
    kind: place.kind,
    place,
    marker,
    snapshot: current,
    watch(listener, until) {
      if (until.aborted || signal.aborted) return;
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    caret() {
      const selection = getSelection();
      const node = selection?.focusNode ?? null;
      const found = node === null || !root.contains(node) ? null : reading.locate(node);
      if (found === null || node === null) return null;
      const offset = offsetOfPoint(reading.map(found.element), node, selection?.focusOffset ?? 0);
      return { blockId: found.record.key, offset };
    },
    visibleBlocks: () => reading.records.filter((record) => near.has(record.key)).map((record) => record.key),
    reveal,
    alive() {
      if (!content.isConnected || !root.isConnected) return false;
      if (title === null) return true;
      const pageId = titleNow()?.closest(BLOCK)?.getAttribute(BLOCK_ID) ?? null;
      return pageId === null || pageId === place.pageId;
    },
    recheck(full) {
      const facts = reading.facts();
      const told = JSON.stringify([current().unread, current().limits]);
      if (full) tell(joined(reading.readLeaves(allElements()), reading.readStructure(null)));
      else if (told !== JSON.stringify([unreadParts(facts), limitsOf(facts)])) announce();
      if (full) lookAfterFrame();
    },
    pause() {
      observer.disconnect();
      sizes.disconnect();
    },
    resume: observe,
    remounted() {
      marker.changed(null);
      lookAfterFrame();
    },
    facts: () => ({ ...reading.facts(), lines: reading.records.length, drawn: marker.counts().drawn }),
    dispose() {
      ended.abort();
      cancelAnimationFrame(frame);
      observer.disconnect();
      sizes.disconnect();
      marker.dispose();
      listeners.clear();
    },
  };

  function allElements(): Element[] {
    return reading.records.flatMap((record) => (record.element === null ? [] : [record.element, ...record.copies]));
  }

  /** Tells of a new snapshot whose text is the old one (a toggle was closed, a database came). */
  function announce() {
    revision++;
    snapshot = null;
    for (const listener of listeners) listener({ snapshot: current(), touched: [], typing: typing.active() });
  }
}

const NOTHING: ReadingChange = { touched: [], redrawn: [] };

function joined(a: ReadingChange, b: ReadingChange): ReadingChange {
  if (a === NOTHING) return b;
  if (b === NOTHING) return a;
  return {
    touched: a.touched === null || b.touched === null ? null : [...new Set([...a.touched, ...b.touched])],
    redrawn: [...new Set([...a.redrawn, ...b.redrawn])],
  };
}

function unreadParts(facts: ReadingFacts): Unread[] {
  const parts: Unread[] = [];
  if (facts.closedToggles > 0) parts.push({ reason: 'closed-toggle', count: facts.closedToggles });
  if (facts.notLoaded > 0) parts.push({ reason: 'not-loaded', count: facts.notLoaded });
  if (facts.otherTabs > 0) parts.push({ reason: 'other-tab', count: facts.otherTabs });
  if (facts.databases > 0) parts.push({ reason: 'database', count: facts.databases });
  return parts;
}

function limitsOf(facts: ReadingFacts): Limit[] {
  const limits: Limit[] = [];
  if (facts.partial) limits.push('visible-part-only');
  if (facts.fallback) limits.push('unknown-layout');
  return limits;
}
