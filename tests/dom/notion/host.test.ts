import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Host, HostState, Surface, SurfaceChange } from '../../../lib/hosts/host.ts';
import { createNotionHost } from '../../../lib/hosts/notion/host.ts';
import type { Mark } from '../../../lib/marks/marker.ts';
import { PAGE_IDS } from '../../simulators/notion/pages.ts';
import { run } from '../../simulators/notion/rich.ts';
import { expectedRects } from '../../simulators/notion/truth.ts';
import { microtasks, nextFrame, type StagedPage, stagePage } from './stage.ts';

const LOOK = { look: 'line', theme: 'light' } as const;

interface Running {
  readonly staged: StagedPage;
  readonly host: Host;
  readonly surfaces: Map<string, Surface>;
  readonly states: HostState[];
  readonly stop: AbortController;
}

let running: Running | null = null;
afterEach(() => {
  running?.stop.abort();
  running?.staged.remove();
  running = null;
  CSS.highlights.clear();
});

function begin(query = '', page: 'spec' | 'generated' = 'spec', checkEvery = 30): Running {
  const staged = stagePage(query, page);
  const surfaces = new Map<string, Surface>();
  const states: HostState[] = [];
  const stop = new AbortController();
  const host = createNotionHost({ checkEvery });
  host.start(
    {
      appeared: (surface) => void surfaces.set(surface.id, surface),
      vanished: (id) => void surfaces.delete(id),
      stateChanged: (state) => void states.push(state),
    },
    stop.signal,
  );
  running = { staged, host, surfaces, states, stop };
  return running;
}

function only(surfaces: Map<string, Surface>): Surface {
  const [surface] = surfaces.values();
  if (surface === undefined || surfaces.size !== 1) throw new Error(`${surfaces.size} surfaces`);
  return surface;
}

/** A mark over the first words that fit. */
function markOf(surface: Surface, words: string, stage: Mark['stage'] = 'strategy'): Mark {
  const block = surface.snapshot().blocks.find((candidate) => candidate.text.includes(words));
  if (block === undefined) throw new Error(`Nobody says "${words}"`);
  const start = block.text.indexOf(words);
  return { passageId: block.id, blockId: block.id, start, end: start + words.length, stage, text: words };
}

const painted = () =>
  (['execution', 'strategy', 'organisation'] as const).flatMap((stage) =>
    [...(CSS.highlights.get(`stagemark-${stage}`) ?? [])].map((range) => `${stage}: ${range.toString()}`),
  );

describe('surfaces', () => {
  it('announces the page with the id that its own blocks give', () => {
    const { surfaces, states } = begin();
    expect([...surfaces.keys()]).toEqual([`notion:${PAGE_IDS.spec}`]);
    expect(states).toEqual(['ready']);
    expect(only(surfaces).snapshot()).toMatchObject({ title: 'Guest checkout: spec', kind: 'page', editable: true });
  });

  it('announces a peek as a second document with blocks of its own', async () => {
    const { staged, surfaces } = begin();
    staged.peek(PAGE_IDS.strategy);
    await microtasks();
    const kinds = [...surfaces.values()].map((surface) => [surface.kind, surface.snapshot().title]);
    expect(kinds).toEqual([
      ['page', 'Guest checkout: spec'],
      ['peek', 'Checkout strategy for next year'],
    ]);
    staged.closePeek();
    await microtasks();
    expect([...surfaces.values()].map((surface) => surface.kind)).toEqual(['page']);
  });

  it('withdraws the old document and its marks before the frame in which the new one shows', async () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    surface.marker.show([markOf(surface, 'We choose returning small merchants')], LOOK);
    expect(painted()).toHaveLength(1);
    staged.open(PAGE_IDS.strategy);
    await microtasks();
    expect(painted()).toEqual([]);
    expect([...surfaces.keys()]).toEqual([`notion:${PAGE_IDS.strategy}`]);
  });

  it('tells of an edit inside the observer, with the block that was touched', async () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    const changes: SurfaceChange[] = [];
    surface.watch((change) => changes.push(change), new AbortController().signal);
    const { blockId } = markOf(surface, 'Saved baskets');
    staged.store.setLeaf(blockId, 0, [run('Gift cards stay behind sign-in.')]);
    await microtasks();
    expect(changes.map((change) => change.touched)).toEqual([[blockId]]);
    expect(changes[0]?.snapshot.blocks.find((block) => block.id === blockId)?.text).toBe(
      'Gift cards stay behind sign-in.',
    );
  });

  it('tells page and peek apart when both show the same document', async () => {
    const { staged, surfaces } = begin();
    staged.peek(PAGE_IDS.spec);
    await microtasks();
    expect([...surfaces.keys()]).toEqual([`notion:${PAGE_IDS.spec}`, `notion:${PAGE_IDS.spec}@peek`]);
    const [page, peek] = [...surfaces.values()];
    if (page === undefined || peek === undefined) throw new Error('Two surfaces were expected');
    peek.marker.show([markOf(peek, 'Support answers')], LOOK);
    const [range] = CSS.highlights.get('stagemark-strategy') ?? [];
    expect(staged.peekRenderer.contains(range?.startContainer ?? null)).toBe(true);
    expect(page.snapshot().blocks.map((block) => block.text)).toEqual(
      peek.snapshot().blocks.map((block) => block.text),
    );
  });

  it('watches nothing while the tab is hidden and catches up when it is shown again', async () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    const changes: SurfaceChange[] = [];
    surface.watch((change) => changes.push(change), new AbortController().signal);
    const { blockId } = markOf(surface, 'Saved baskets');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    staged.store.setLeaf(blockId, 0, [run('Gift cards stay behind sign-in.')]);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(changes).toEqual([]);
    hidden.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(changes.map((change) => change.touched)).toEqual([[blockId]]);
    expect(surface.snapshot().blocks.find((block) => block.id === blockId)?.text).toBe(
      'Gift cards stay behind sign-in.',
    );
  });

  it('tells of a toggle that was closed without any line changing', async () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    const closed = () => surface.snapshot().unread.find((part) => part.reason === 'closed-toggle')?.count ?? 0;
    const before = closed();
    const button = staged.main().root.querySelector('.notion-page-content [aria-expanded="true"]');
    staged.main().write(() => button?.setAttribute('aria-expanded', 'false'));
    await expect.poll(closed).toBe(before + 1);
  });

  it('keeps its marks when the app puts a new element around the same document', async () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    surface.marker.show([markOf(surface, 'Support answers')], LOOK);
    const fresh = staged.frame.cloneNode(false) as HTMLElement;
    fresh.append(...staged.frame.childNodes);
    staged.frame.replaceWith(fresh);
    await microtasks();
    expect(painted()).toEqual(['strategy: Support answers']);
    expect(only(surfaces)).toBe(surface);
  });

  it('gives the same snapshot object while nothing changed', () => {
    const surface = only(begin().surfaces);
    expect(surface.snapshot()).toBe(surface.snapshot());
  });

  it('tells where the caret is', () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    const mark = markOf(surface, 'Support answers');
    const leaf = staged.main().leavesOf(mark.blockId, 0)[0];
    if (leaf?.firstChild == null) throw new Error('No leaf');
    getSelection()?.collapse(leaf.firstChild, 7);
    expect(surface.caret()).toEqual({ blockId: mark.blockId, offset: 7 });
  });

  it('leaves nothing behind when it is stopped', () => {
    const { surfaces, stop } = begin();
    const surface = only(surfaces);
    surface.marker.show([markOf(surface, 'Support answers')], LOOK);
    stop.abort();
    expect(CSS.highlights.has('stagemark-strategy')).toBe(false);
    expect(surfaces.size).toBe(0);
    expect(document.querySelector('stagemark-marks')).toBeNull();
  });
});

describe('marks', () => {
  it('are drawn over exactly their words', () => {
    const surface = only(begin().surfaces);
    surface.marker.show([markOf(surface, 'nine of twelve people said', 'execution')], LOOK);
    expect(painted()).toEqual(['execution: nine of twelve people said']);
  });

  it('are on the new nodes before the next frame when a line is drawn again', async () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    const mark = markOf(surface, 'Support answers about forty');
    surface.marker.show([mark], LOOK);
    staged.main().renderBlock(mark.blockId);
    await microtasks();
    expect(painted()).toEqual(['strategy: Support answers about forty']);
    staged.main().renderLeaf(mark.blockId, 0);
    await microtasks();
    expect(painted()).toEqual(['strategy: Support answers about forty']);
  });

  it('move with text that comes before them and go when their own words are touched', async () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    const mark = markOf(surface, 'about forty password tickets');
    surface.marker.show([mark], LOOK);
    const text = staged.store.text(mark.blockId);
    staged.store.setLeaf(mark.blockId, 0, [run(`Today ${text}`)]);
    await microtasks();
    expect(painted()).toEqual(['strategy: about forty password tickets']);
    staged.store.setLeaf(mark.blockId, 0, [run(`Today ${text.replace('forty', 'fifty')}`)]);
    await microtasks();
    expect(painted()).toEqual([]);
  });

  it('are not drawn where the text is another than they were made for', () => {
    const surface = only(begin().surfaces);
    surface.marker.show([{ ...markOf(surface, 'Support answers'), text: 'Support laughed' }], LOOK);
    expect(painted()).toEqual([]);
    expect(surface.marker.counts()).toEqual({ drawn: 0, unplaced: 1 });
  });

  it('are drawn on every showing of a synced block', () => {
    const surface = only(begin().surfaces);
    surface.marker.show([markOf(surface, 'Decisions in this area')], LOOK);
    return nextFrame().then(async () => {
      document.querySelector('.notion-scroller')?.scrollTo(0, 1e6);
      await expect.poll(painted).toEqual(['strategy: Decisions in this area', 'strategy: Decisions in this area']);
    });
  });

  it('exist only near the screen and follow the scroll', async () => {
    const surface = only(begin('size=400', 'generated').surfaces);
    const blocks = surface.snapshot().blocks.filter((block) => block.kind === 'paragraph');
    surface.marker.show(
      blocks.map((block) => ({
        passageId: block.id,
        blockId: block.id,
        start: 0,
        end: block.text.length,
        stage: 'execution',
        text: block.text,
      })),
      LOOK,
    );
    const first = painted();
    expect(first.length).toBeGreaterThan(2);
    expect(first.length).toBeLessThan(100);
    document.querySelector('.notion-scroller')?.scrollTo(0, 6000);
    await expect.poll(() => painted().some((text) => !first.includes(text))).toBe(true);
    expect(painted().length).toBeLessThan(100);
    for (const range of CSS.highlights.get('stagemark-execution') ?? [])
      expect(range.startContainer.isConnected).toBe(true);
  });

  it('come back after the page cleared the registry', async () => {
    const surface = only(begin().surfaces);
    surface.marker.show([markOf(surface, 'Support answers')], LOOK);
    CSS.highlights.clear();
    await expect.poll(painted).toEqual(['strategy: Support answers']);
  });

  it('write nothing into the editor', async () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    surface.marker.show([markOf(surface, 'Support answers')], LOOK);
    const { blockId } = markOf(surface, 'Support answers');
    await surface.reveal({ blockId, start: 0, end: 15 }, 'Support answers');
    await microtasks();
    expect(staged.violations.violations).toBe(0);
  });
});

describe('pointer and jumps', () => {
  it('finds the mark under a point and none beside it', () => {
    const surface = only(begin().surfaces);
    const mark = markOf(surface, 'nine of twelve people');
    surface.marker.show([mark], LOOK);
    const [rect] = surface.marker.rectsOf(mark.passageId);
    if (rect === undefined) throw new Error('Not drawn');
    const hit = surface.marker.hit(rect.left + 5, rect.top + rect.height / 2);
    expect(hit?.passageId).toBe(mark.passageId);
    expect(surface.marker.hit(rect.left - 20, rect.top + rect.height / 2)).toBeNull();
    expect(surface.marker.hit(rect.left + 5, rect.bottom + 40)).toBeNull();
  });

  it('finds no mark under something that lies over the text', () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    const mark = markOf(surface, 'nine of twelve people');
    surface.marker.show([mark], LOOK);
    const [rect] = surface.marker.rectsOf(mark.passageId);
    if (rect === undefined) throw new Error('Not drawn');
    const menu = document.createElement('div');
    Object.assign(menu.style, { position: 'fixed', inset: '0', zIndex: '9' });
    staged.frame.append(menu);
    expect(surface.marker.hit(rect.left + 5, rect.top + 3)).toBeNull();
    menu.remove();
  });

  it('brings a passage into view without moving selection or focus', async () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    const first = staged.main().leavesOf(markOf(surface, 'Draft for the review').blockId, 0)[0];
    if (first?.firstChild == null) throw new Error('No leaf');
    getSelection()?.collapse(first.firstChild, 3);
    const focus = document.activeElement;
    const mark = markOf(surface, 'Reviewers');
    await expect(surface.reveal(mark, 'Reviewers')).resolves.toBe('revealed');
    const box = staged.main().leavesOf(mark.blockId, 0)[0]?.getBoundingClientRect();
    expect(box?.top).toBeGreaterThan(0);
    expect(box?.top).toBeLessThan(600);
    expect(getSelection()?.anchorNode).toBe(first.firstChild);
    expect(getSelection()?.anchorOffset).toBe(3);
    expect(document.activeElement).toBe(focus);
    expect(document.querySelector('stagemark-marks')?.parentElement).toBe(document.documentElement);
  });

  it('scrolls to a passage whose part of the page is not in the DOM', async () => {
    const { staged, surfaces } = begin('size=300&mode=windowed', 'generated');
    const surface = only(surfaces);
    const first = surface.snapshot().blocks.find((block) => block.kind === 'paragraph');
    if (first === undefined) throw new Error('No paragraph');
    const scroller = staged.main().scroller;
    for (let top = 400; top <= 8000; top += 400) {
      scroller.scrollTo(0, top);
      await nextFrame();
    }
    expect(staged.main().leavesOf(first.id, 0)).toEqual([]);
    const range = { blockId: first.id, start: 0, end: first.text.length };
    await expect(surface.reveal(range, first.text)).resolves.toBe('revealed');
    const top = staged.main().leavesOf(first.id, 0)[0]?.getBoundingClientRect().top ?? -1;
    expect(top).toBeGreaterThan(-1);
    expect(top).toBeLessThan(600);
  });

  it('knows where its marks stand on the screen', () => {
    const { staged, surfaces } = begin();
    const surface = only(surfaces);
    const mark = markOf(surface, 'that they did not want another password');
    surface.marker.show([mark], LOOK);
    const expected = expectedRects(staged.main(), mark.blockId, 0, mark.start, mark.end);
    expect(surface.marker.rectsOf(mark.passageId).map((rect) => rect.toJSON())).toEqual(
      expected.map((rect) => rect.toJSON()),
    );
  });

  it('finds a passage that moved by its words and says so', async () => {
    const surface = only(begin().surfaces);
    await expect(surface.reveal({ blockId: 'unknown', start: 0, end: 9 }, 'Reviewers')).resolves.toBe('moved');
  });

  it('says that a passage is gone when its words stand nowhere or in several places', async () => {
    const surface = only(begin().surfaces);
    await expect(surface.reveal({ blockId: 'unknown', start: 0, end: 3 }, 'no such words')).resolves.toBe('gone');
    await expect(surface.reveal({ blockId: 'unknown', start: 0, end: 3 }, 'the')).resolves.toBe('gone');
  });
});
