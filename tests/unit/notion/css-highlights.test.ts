import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHighlightMarker, type HighlightPlaces } from '../../../lib/marks/css-highlights.ts';
import type { HighlightRegistry } from '../../../lib/marks/css-highlights-registry.ts';
import { highlightSheet } from '../../../lib/marks/css-highlights-sheet.ts';
import type { Mark } from '../../../lib/marks/marker.ts';

/** Stands for a DOM range: what it covers in the block's text at the time it was made. */
interface FakeRange {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

function fakePage(initial: Readonly<Record<string, string>>) {
  const texts = new Map(Object.entries(initial));
  const drawn = new Set<FakeRange>();
  let near = new Set(texts.keys());
  const registry: HighlightRegistry = {
    add: (_stage, range) => void drawn.add(range as unknown as FakeRange),
    delete: (_stage, range) => void drawn.delete(range as unknown as FakeRange),
    setLook: () => undefined,
    verify: () => false,
    size: () => drawn.size,
    dispose: () => drawn.clear(),
  };
  const places: HighlightPlaces = {
    text: (blockId) => texts.get(blockId) ?? null,
    ranges: (blockId, start, end) => [{ blockId, start, end } as unknown as Range],
    near: () => near,
    blockAt: () => null,
  };
  const marker = createHighlightMarker(registry, places);
  marker.moved();
  const words = () => [...drawn].map(({ blockId, start, end }) => texts.get(blockId)?.slice(start, end));
  return {
    texts,
    marker,
    words,
    scroll(ids: readonly string[]) {
      near = new Set(ids);
      marker.moved();
    },
  };
}

const STYLE = { look: 'line', theme: 'light' } as const;

function marksOver(blockId: string, text: string): Mark[] {
  return [...text.matchAll(/\w{4,}/g)].map((match) => ({
    passageId: blockId,
    blockId,
    start: match.index,
    end: match.index + match[0].length,
    stage: 'execution',
    text: match[0],
  }));
}

describe('marks through edits', () => {
  it('never stand on other words than they were made for', () => {
    const text = fc.stringMatching(/^[a-z ]{0,60}$/);
    const edit = fc.record({ at: fc.nat(60), remove: fc.nat(6), insert: fc.stringMatching(/^[a-z ]{0,6}$/) });
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 8 }), (initial, edits) => {
        const page = fakePage({ a: initial });
        const marks = marksOver('a', initial);
        const allowed = new Set(marks.map((mark) => mark.text));
        page.marker.show(marks, STYLE);
        for (const { at, remove, insert } of edits) {
          const now = page.texts.get('a') ?? '';
          page.texts.set('a', now.slice(0, at) + insert + now.slice(at + remove));
          page.marker.changed(['a']);
          for (const word of page.words()) expect(allowed).toContain(word);
        }
      }),
    );
  });

  it('keep every mark whose borders the edit did not touch', () => {
    const page = fakePage({ a: 'first words stay here' });
    page.marker.show(marksOver('a', 'first words stay here'), STYLE);
    page.texts.set('a', 'first and second words stay here');
    page.marker.changed(['a']);
    expect(page.words()).toEqual(expect.arrayContaining(['stay', 'here']));
  });

  it('are kept in place when the same marks are shown again after an edit', () => {
    const page = fakePage({ a: 'first words stay' });
    const marks = marksOver('a', 'first words stay');
    page.marker.show(marks, STYLE);
    page.texts.set('a', 'Oh, first words stay');
    page.marker.changed(['a']);
    page.marker.show(marks, STYLE);
    expect(page.words().sort()).toEqual(['stay', 'words']);
  });

  it('go with their block', () => {
    const page = fakePage({ a: 'first words', b: 'other words' });
    page.marker.show([...marksOver('a', 'first words'), ...marksOver('b', 'other words')], STYLE);
    page.texts.delete('a');
    page.marker.changed(['a']);
    page.marker.show(marksOver('b', 'other words'), STYLE);
    expect(page.words().sort()).toEqual(['other', 'words']);
  });
});

describe('marks and the screen', () => {
  it('are drawn near the screen only, and none is left behind', () => {
    const page = fakePage({ a: 'first words', b: 'other words' });
    page.marker.show([...marksOver('a', 'first words'), ...marksOver('b', 'other words')], STYLE);
    expect(page.words()).toHaveLength(4);
    page.scroll(['b']);
    expect(page.words().sort()).toEqual(['other', 'words']);
    page.scroll([]);
    expect(page.words()).toEqual([]);
    page.scroll(['a', 'b']);
    expect(page.words()).toHaveLength(4);
  });

  it('are counted as unplaced where their words do not stand', () => {
    const page = fakePage({ a: 'first words' });
    page.marker.show([{ passageId: 'a', blockId: 'a', start: 0, end: 5, stage: 'strategy', text: 'other' }], STYLE);
    expect(page.marker.counts()).toEqual({ drawn: 0, unplaced: 1 });
  });
});

describe('the style sheet', () => {
  it('gives each stage a line pattern of its own in both themes', () => {
    const sheet = highlightSheet('line', 'Mozilla/5.0 Chrome/156.0');
    for (const pattern of ['solid', 'wavy', 'dashed']) expect(sheet.split(`underline ${pattern}`)).toHaveLength(3);
    expect(sheet).toContain('body.dark ::highlight(stagemark-strategy)');
    expect(sheet).not.toContain('background-color');
  });

  it('falls back to a background where Firefox draws no lines in highlights', () => {
    expect(highlightSheet('line', 'Mozilla/5.0 Firefox/140.0')).not.toContain('underline');
    expect(highlightSheet('line', 'Mozilla/5.0 Firefox/140.0')).toContain('background-color');
    expect(highlightSheet('line', 'Mozilla/5.0 Firefox/153.0')).toContain('underline');
  });
});
