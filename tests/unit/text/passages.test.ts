import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_KINDS, type Block } from '../../../lib/model/document.ts';
import { MAX_BLOCK_CHARACTERS } from '../../../lib/text/limits.ts';
import { toPassages } from '../../../lib/text/passages.ts';

let count = 0;
const block = (kind: Block['kind'], text: string, level = 0): Block => ({ id: `b${count++}`, kind, level, text });

const anyBlocks = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...BLOCK_KINDS),
      level: fc.oneof(fc.integer({ min: -1, max: 8 }), fc.constant(Number.NaN)),
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Goal', 'Ship it', '', '\ud800')),
    }),
  )
  .map((blocks): Block[] => blocks.map((each, index) => ({ ...each, id: `id${index}` })));

describe('toPassages', () => {
  it('attaches the headings above, outermost first, by level', () => {
    const passages = toPassages([
      block('title', 'Plan'),
      block('paragraph', 'intro'),
      block('heading', 'A', 1),
      block('heading', 'A.1', 2),
      block('paragraph', 'under a.1'),
      block('heading', 'A.2', 2),
      block('list-item', 'under a.2', 1),
      block('heading', 'B', 1),
      block('table-cell', 'under b'),
      block('heading', 'Deep', 4),
      block('quote', 'under deep'),
      block('heading', 'Less deep', 3),
      block('paragraph', 'under less deep'),
    ]);
    expect(passages.map((passage) => [passage.text, passage.headings, passage.level])).toEqual([
      ['intro', [], 0],
      ['under a.1', ['A', 'A.1'], 0],
      ['under a.2', ['A', 'A.2'], 1],
      ['under b', ['B'], 0],
      ['under deep', ['B', 'Deep'], 0],
      ['under less deep', ['B', 'Less deep'], 0],
    ]);
  });

  it('leaves out empty blocks and a heading that repeats the title', () => {
    const passages = toPassages([
      block('title', 'Plan'),
      block('heading', 'Plan', 1),
      block('paragraph', ' \u200b'),
      block('paragraph', '—'),
      block('paragraph', 'text'),
    ]);
    expect(passages.map(({ text, headings, index }) => [text, headings, index])).toEqual([['text', [], 0]]);
  });

  it('gives the same hash to equal passages and another one under other headings', () => {
    const [first, second, third] = toPassages([
      block('paragraph', 'same'),
      block('paragraph', 'same'),
      block('heading', 'H', 1),
      block('paragraph', 'same'),
    ]);
    expect(first?.hash).toBe(second?.hash);
    expect(third?.hash).not.toBe(first?.hash);
  });

  it('reads a table alone as cells', () => {
    const passages = toPassages([
      block('table-cell', 'Owner'),
      block('table-cell', 'Date'),
      block('table-cell', '3 May'),
    ]);
    expect(passages.map((passage) => [passage.kind, passage.words])).toEqual([
      ['table-cell', 1],
      ['table-cell', 1],
      ['table-cell', 2],
    ]);
  });

  it('reads thousands of headings', () => {
    const blocks = Array.from({ length: 9000 }, (_, index) => block('heading', `H${index}`, (index % 6) + 1));
    const passages = toPassages([...blocks, block('paragraph', 'end')]);
    expect(passages).toHaveLength(1);
    expect(passages[0]?.headings.length).toBeLessThanOrEqual(6);
  });

  it('keeps every block with words once, in order, text untouched', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const passages = toPassages(blocks);
        const texts = new Map(blocks.map((each) => [each.id, each.text]));
        let last = -1;
        passages.forEach((passage, index) => {
          expect(passage.index).toBe(index);
          expect(passage.text).toBe(texts.get(passage.id));
          expect(passage.words).toBeGreaterThan(0);
          const position = Number(passage.id.slice(2));
          expect(position).toBeGreaterThan(last);
          last = position;
        });
      }),
    );
  });

  it('reading again after an edit gives what reading anew gives, with unchanged passages as the same objects', () => {
    fc.assert(
      fc.property(anyBlocks, fc.nat(), fc.string(), (blocks, at, text) => {
        const before = toPassages(blocks);
        expect(toPassages(blocks, before).every((passage, index) => passage === before[index])).toBe(true);
        const edited = blocks.map((each, index) => (index === at % blocks.length ? { ...each, text } : each));
        expect(toPassages(edited, before)).toEqual(toPassages(edited));
        const shorter = blocks.filter((_, index) => index !== at % blocks.length);
        expect(toPassages(shorter, before)).toEqual(toPassages(shorter));
      }),
    );
  });

  it('gives what reading anew gives after any number of edits, in the same list of blocks or in new ones', () => {
    const edit = fc.record({
      at: fc.nat(),
      kind: fc.option(fc.constantFrom(...BLOCK_KINDS), { nil: undefined }),
      text: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('Goal', '', ' ', 'long '.repeat(MAX_BLOCK_CHARACTERS / 5 + 1)),
      ),
      level: fc.integer({ min: 0, max: 3 }),
      copied: fc.boolean(),
    });
    fc.assert(
      fc.property(anyBlocks, fc.array(edit, { maxLength: 6 }), (start, edits) => {
        let blocks = start;
        let passages = toPassages(blocks);
        for (const { at, kind, text, level, copied } of edits) {
          if (blocks.length === 0) break;
          const old = blocks[at % blocks.length] as Block;
          if (copied) blocks = [...blocks];
          blocks[at % blocks.length] = { id: old.id, kind: kind ?? old.kind, level, text };
          const before = passages;
          passages = toPassages(blocks, before);
          expect(passages).toEqual(toPassages(blocks));
          const kept = new Map(before.map((passage) => [passage.id, passage]));
          for (const passage of passages)
            if (
              passage.id !== old.id &&
              kept.get(passage.id)?.hash === passage.hash &&
              kept.get(passage.id)?.index === passage.index
            )
              expect(passage).toBe(kept.get(passage.id));
        }
      }),
    );
  });
});
