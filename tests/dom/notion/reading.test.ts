import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { titleOf } from '../../../lib/hosts/notion/places.ts';
import { createReading, type Reading } from '../../../lib/hosts/notion/reading.ts';
import { DECOYS } from '../../simulators/notion/content/decoys.ts';
import { LINE_TYPES } from '../../simulators/notion/model.ts';
import { PAGE_IDS } from '../../simulators/notion/pages.ts';
import { run } from '../../simulators/notion/rich.ts';
import { type TruthLeaf, truthOf } from '../../simulators/notion/truth.ts';
import type { PageView } from '../../simulators/notion/view.ts';
import { type StagedPage, stagePage } from './stage.ts';

let staged: StagedPage | null = null;
afterEach(() => {
  staged?.remove();
  staged = null;
});

function open(query: string, page: 'spec' | 'generated' = 'spec'): StagedPage {
  staged = stagePage(query, page);
  return staged;
}

function readingOf(view: PageView): Reading {
  if (view.content === null) throw new Error('No content');
  const { root, content } = view;
  const reading = createReading(content, () => titleOf(root, content), view.pageId);
  reading.readStructure(null);
  return reading;
}

const lines = (reading: Reading) =>
  reading.records.map(({ block }) => `${block.kind} ${block.level} ${block.id} ${block.text}`);
const expected = (truth: readonly TruthLeaf[]) =>
  truth.map(({ kind, level, id, leaf, text }) => `${kind} ${level} ${leaf === 0 ? id : `${id}/${leaf}`} ${text}`);

describe('reading of a page', () => {
  it('holds every line of prose in order with its kind and level', () => {
    const { store, main } = open('');
    expect(lines(readingOf(main()))).toEqual(expected(truthOf(store, PAGE_IDS.spec, main())));
  });

  it('is the same for a published page', () => {
    const { store, main } = open('readonly=1');
    expect(lines(readingOf(main()))).toEqual(expected(truthOf(store, PAGE_IDS.spec, main())));
  });

  it('holds nothing of what only looks like the document', () => {
    const text = lines(readingOf(open('').main())).join('\n');
    const decoys = [DECOYS.property, DECOYS.comment, DECOYS.commentInput, DECOYS.bookmark, ...DECOYS.cards];
    expect(decoys.filter((decoy) => text.includes(decoy))).toEqual([]);
    expect(text).not.toContain('curl -X POST');
  });

  it('counts a synced copy once and knows both places', () => {
    const reading = readingOf(open('').main());
    const synced = reading.records.filter((record) => record.copies.length > 0);
    expect(synced).toHaveLength(1);
    expect(synced[0]?.copies).toHaveLength(1);
    expect(synced[0]?.copies[0]?.textContent).toBe(synced[0]?.block.text);
  });

  it('recognises a synced copy whose blocks have ids of their own', () => {
    const { main } = open('');
    const view = main();
    view.write(() => {
      for (const block of view.root.querySelectorAll('.notion-transclusion_reference-block .notion-text-block')) {
        block.setAttribute('data-block-id', 'aaaaaaaa-0000-4000-8000-000000000001');
      }
    });
    const reading = readingOf(view);
    expect(reading.records.filter((record) => record.copies.length > 0)).toHaveLength(1);
    expect(reading.record('aaaaaaaa-0000-4000-8000-000000000001')).toBeUndefined();
  });

  it('tells of closed toggles and databases', () => {
    expect(readingOf(open('').main()).facts()).toMatchObject({
      closedToggles: 1,
      databases: 1,
      notLoaded: 0,
      partial: false,
    });
  });

  it('falls back to blocks, and says so, where a page has text but no leaf', () => {
    const { main } = open('lock=off');
    const view = main();
    for (const leaf of view.root.querySelectorAll('[data-content-editable-leaf]'))
      leaf.removeAttribute('data-content-editable-leaf');
    const reading = readingOf(view);
    expect(reading.facts().fallback).toBe(true);
    expect(reading.records.length).toBeGreaterThan(20);
  });
});

describe('reading again', () => {
  it('after any series of edits equals a fresh reading and the document itself', () => {
    const kinds = fc.constantFrom(
      'text',
      'split',
      'merge',
      'insert',
      'remove',
      'move',
      'nest',
      'convert',
      'toggle',
      'redraw',
    );
    const step = fc.record({ kind: kinds, at: fc.nat(200), to: fc.nat(200), text: fc.string({ maxLength: 20 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), fc.nat(1000), (steps, seed) => {
        const { store, operations, main, remove } = stagePage(`size=25&seed=${seed}&lock=off`, 'generated');
        const view = main();
        const reading = readingOf(view);
        const observer = new MutationObserver(() => undefined);
        observer.observe(view.root, { childList: true, characterData: true, subtree: true });
        for (const { kind, at, to, text } of steps) {
          const ids = [...store.blocks.values()].filter((block) => LINE_TYPES.has(block.type)).map((block) => block.id);
          const id = ids[at % ids.length];
          const other = ids[to % ids.length];
          if (id === undefined || other === undefined) continue;
          const block = store.block(id);
          const page = store.page(PAGE_IDS.spec);
          if (kind === 'text') store.setLeaf(id, 0, text === '' ? [] : [run(text)]);
          else if (kind === 'split') operations.split(id, Math.min(to, store.text(id).length));
          else if (kind === 'merge') operations.merge(id);
          else if (kind === 'insert')
            operations.insert(PAGE_IDS.spec, to % (page.children.length + 1), 'text', [[run(text)]]);
          else if (kind === 'remove' && ids.length > 5) operations.remove(id);
          else if (kind === 'move' && block.children.length === 0)
            operations.move(id, PAGE_IDS.spec, to % page.children.length);
          else if (kind === 'nest') operations.nest(id);
          else if (kind === 'convert') operations.convert(id, to % 2 === 0 ? 'header' : 'bulleted_list');
          else if (kind === 'redraw') view.renderBlock(id);
          follow(reading, observer.takeRecords());
        }
        const truth = expected(truthOf(store, PAGE_IDS.spec, view));
        expect(lines(reading)).toEqual(truth);
        expect(lines(readingOf(view))).toEqual(truth);
        remove();
      }),
      { numRuns: 60 },
    );
  });

  it('names exactly the lines whose text changed, came or went', () => {
    const { store, main } = open('');
    const view = main();
    const reading = readingOf(view);
    const observer = new MutationObserver(() => undefined);
    observer.observe(view.root, { childList: true, characterData: true, subtree: true });
    const target = reading.records.find((record) => record.block.text.startsWith('Saved baskets'));
    if (target === undefined) throw new Error('The sample has changed');
    store.setLeaf(target.key, 0, [run('Saved baskets stay behind sign-in.')]);
    expect(follow(reading, observer.takeRecords()).touched).toEqual([target.key]);
    view.renderBlock(target.key);
    const change = follow(reading, observer.takeRecords());
    expect(change).toEqual({ touched: [], redrawn: [target.key] });
  });

  it('keeps lines that were scrolled out of the DOM, in order, and drops those that were deleted', () => {
    const { store, operations, main } = open('size=200&mode=windowed', 'generated');
    const view = main();
    const reading = readingOf(view);
    const before = lines(reading);
    const content = view.content;
    if (content === null) throw new Error('No content');
    view.write(() => {
      const rows = [...content.querySelectorAll(':scope > [data-block-id]')].slice(0, 20);
      const spacer = document.createElement('div');
      spacer.style.height = '700px';
      for (const row of rows) row.remove();
      content.prepend(spacer);
    });
    reading.readStructure([content]);
    expect(lines(reading)).toEqual(before);
    expect(reading.facts()).toMatchObject({ partial: true });
    expect(reading.facts().kept).toBeGreaterThanOrEqual(20);
    const live = reading.records.filter((record) => record.element !== null && record.block.kind === 'paragraph');
    const gone = live.at(-3);
    if (gone === undefined || !store.blocks.has(gone.key)) throw new Error('No line');
    view.write(() => gone.element?.closest('[data-block-id]')?.remove());
    reading.readStructure([content]);
    expect(reading.record(gone.key)).toBeUndefined();
    void operations;
  });
});

/** What the surface does with an observer's records, without the surface. */
function follow(reading: Reading, records: readonly MutationRecord[]) {
  const leaves = new Set<Element>();
  const around = new Set<Node>();
  for (const record of records) {
    const found = reading.locate(record.target);
    if (found !== null) leaves.add(found.element);
    else if (record.type === 'childList') around.add(record.target);
  }
  const first = reading.readLeaves(leaves);
  const second = around.size > 0 ? reading.readStructure(around) : { touched: [], redrawn: [] };
  return {
    touched: first.touched === null || second.touched === null ? null : [...first.touched, ...second.touched],
    redrawn: [...first.redrawn, ...second.redrawn],
  };
}
