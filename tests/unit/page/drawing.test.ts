import { describe, expect, test } from 'vitest';
import type { Block } from '../../../lib/model/document.ts';
import type { Label } from '../../../lib/model/stage.ts';
import { createDrawing, type DrawingInput } from '../../../lib/page/drawing.ts';
import { splitSentences } from '../../../lib/text/sentences.ts';
import { fakeSurface, paragraphs } from './fakes.ts';

const STYLE = { look: 'line', theme: 'light' } as const;
const blocks = paragraphs('One. Two.', 'Three.', 'Four.', 'Five.');
const labelled = (label: Label) => (block: Block) => ({
  id: block.id,
  label,
  sentences: splitSentences(block.text).flat(),
  block,
});
const input = (change: Partial<DrawingInput> = {}): DrawingInput => ({
  blocks,
  passageOf: labelled('strategy'),
  mode: 'all',
  hot: new Set(),
  from: 0,
  ...change,
});
const never = () => false;

/** Runs out of time after so many passages. */
function outAfter(passages: number): () => boolean {
  let left = passages;
  return () => left-- <= 0;
}

function setUp() {
  const surface = fakeSurface(blocks);
  return { surface, drawing: createDrawing(surface.marker) };
}
const texts = (drawing: { marks(): readonly { text: string }[] }) => drawing.marks().map(({ text }) => text);

describe('drawing', () => {
  test('begins where the reader is and goes on round the end', () => {
    const { drawing } = setUp();
    expect(drawing.rebuild(input({ from: 2 }), outAfter(2))).toBe(false);
    expect(texts(drawing)).toEqual(['Four.', 'Five.']);
    expect(drawing.rebuild(input({ from: 2 }), outAfter(2))).toBe(true);
    expect(texts(drawing)).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'Five.']);
  });

  test('keeps the marks that time did not reach', () => {
    const { drawing } = setUp();
    drawing.rebuild(input(), never);
    const other = input({ passageOf: labelled('execution') });
    drawing.rebuild(other, outAfter(1));
    expect(drawing.marks().map(({ stage }) => stage)).toEqual([
      'execution',
      'execution',
      'strategy',
      'strategy',
      'strategy',
    ]);
  });

  test('tells the marker nothing when the same is made again', () => {
    const { drawing, surface } = setUp();
    drawing.rebuild(input(), never);
    drawing.show(STYLE);
    const { shows } = surface;
    drawing.rebuild(input(), never);
    drawing.show(STYLE);
    expect(surface.shows).toBe(shows);
  });

  test('shows the same marks again in another style', () => {
    const { drawing, surface } = setUp();
    drawing.rebuild(input(), never);
    drawing.show(STYLE);
    const { shows } = surface;
    drawing.show({ look: 'tint', theme: 'light' });
    expect(surface.shows).toBe(shows + 1);
  });

  test('leaves edited passages with what the edit left of their marks', () => {
    const { drawing } = setUp();
    drawing.rebuild(input(), never);
    drawing.touch('b0', 'One. Two.', 'Onex. Two.');
    drawing.rebuild(input({ hot: new Set(['b0']) }), never);
    expect(texts(drawing)).toEqual(['Two.', 'Three.', 'Four.', 'Five.']);
  });

  test('follows the order of the passages', () => {
    const { drawing } = setUp();
    drawing.rebuild(input(), never);
    drawing.rebuild(input({ blocks: [...blocks].reverse() }), never);
    expect(texts(drawing)).toEqual(['Five.', 'Four.', 'Three.', 'One.', 'Two.']);
  });

  test('takes the marks off a passage that became a heading', () => {
    const { drawing } = setUp();
    drawing.rebuild(input(), never);
    const [first, ...rest] = blocks;
    drawing.rebuild(
      input({ blocks: [{ ...(first as Block), kind: 'heading' }, ...rest], passageOf: () => null }),
      never,
    );
    expect(texts(drawing)).toEqual(['Three.', 'Four.', 'Five.']);
  });
});
