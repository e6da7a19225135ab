import { describe, expect, it } from 'vitest';
import { agreement, astray } from '../../prove/docs-measure.ts';
import { readable } from '../../prove/docs-placement.ts';
import { expected, markAll, markOf, microtasks, nextFrame, poll, STYLE, type Stage, stages, texts } from './stage.ts';

const begin = stages();

/** How well the marks of a block lie on some words, by the layout. */
function placed({ docs, surface }: Stage, passageId: string, words: string): number {
  const paragraph = docs.paragraphs().find(({ text }) => readable(text).includes(words));
  const start = readable(paragraph?.text ?? '').indexOf(words);
  const truth = docs.boxes(paragraph?.id ?? 0, start, start + words.length);
  return agreement(
    surface.marker.rectsOf(passageId).map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
    truth,
  );
}

describe('the text API of Google Docs', () => {
  it('is asked for a new object when its editor was replaced', async () => {
    const running = await begin('api=after-replace');
    running.docs.replaceEditor();
    running.docs.remote(1, 1, 'A first line in the new editor.\n');
    await poll();
    expect(texts(running)).toEqual(expected(running));
    expect(running.states.at(-1)).toBe('ready');
  });

  it('that tells the text only when the caret moves is followed then, and marks nothing wrong until then', async () => {
    const running = await begin('freshness=caret');
    running.surface.watch(
      () => running.surface.marker.show(markAll(running.surface), STYLE),
      new AbortController().signal,
    );
    running.surface.marker.show(markAll(running.surface), STYLE);
    const before = texts(running);
    running.docs.remote(1, 1, 'A colleague writes a first line that nobody is told of.\n');
    running.docs.repaint();
    await poll();
    expect(texts(running)).toEqual(before);
    for (const { id, text } of running.surface.snapshot().blocks) {
      const truths = running.docs
        .paragraphs()
        .filter((one) => readable(one.text) === text)
        .flatMap((one) => running.docs.boxes(one.id, 0, Number.POSITIVE_INFINITY));
      expect(astray(running.surface.marker.rectsOf(id), truths), text.slice(0, 30)).toBeLessThan(0.3);
    }
    running.docs.select(5);
    await poll();
    expect(texts(running)).toEqual(expected(running));
  });

  it('that trails behind the screen is followed when it comes', async () => {
    const running = await begin('textLag=300');
    running.docs.remote(1, 1, 'Said later than drawn. ');
    await expect.poll(() => texts(running)[0], { timeout: 5000 }).toMatch(/^Said later than drawn/);
  });

  it('that gives all tabs at once is not believed where the screen shows one: nothing is marked wrong', async () => {
    const running = await begin('tabs=1&allTabs=1');
    running.surface.marker.show(markAll(running.surface), STYLE);
    await nextFrame();
    const truth = running.docs
      .paintedParagraphs()
      .flatMap(({ id }) => running.docs.boxes(id, 0, Number.POSITIVE_INFINITY));
    const drawn = running.surface.snapshot().blocks.flatMap(({ id }) => running.surface.marker.rectsOf(id));
    expect(drawn.length).toBeGreaterThan(5);
    expect(astray(drawn, truth)).toBeLessThan(0.1);
  });
});

describe('a document that is not edited by its reader', () => {
  it('is read as one that cannot be edited when it is open for viewing only', async () => {
    expect((await begin('viewOnly=1')).surface.snapshot().editable).toBe(false);
    expect((await begin()).surface.snapshot().editable).toBe(true);
  });

  it('shows the marks where the text is when its tab is looked at again', async () => {
    const running = await begin();
    const words = 'independent clinics with two to nine doctors';
    running.surface.marker.show([markOf(running.surface, words)], STYLE);
    running.surface.watch(
      () => running.surface.marker.show([markOf(running.surface, words)], STYLE),
      new AbortController().signal,
    );
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    await poll();
    running.docs.remote(1, 1, 'A line that came while nobody looked.\nAnd another.\n');
    Reflect.deleteProperty(document, 'hidden');
    await poll();
    running.docs.repaint();
    await microtasks();
    expect(placed(running, markOf(running.surface, words).passageId, words)).toBeGreaterThan(0.9);
  });
});

describe('the outline panel', () => {
  it('tells a heading by its words, whatever it looks like', async () => {
    const running = await begin();
    const words = 'There are about 61,000';
    const kindOf = () => running.surface.snapshot().blocks.find(({ text }) => text.startsWith(words));
    expect(kindOf()?.kind).toBe('paragraph');
    const item = document.createElement('div');
    item.className = 'navigation-item navigation-item-level-2';
    item.textContent = running.docs.paragraphs().find(({ text }) => text.startsWith(words))?.text ?? '';
    document.body.append(item);
    running.docs.remote(1, 1, 'x');
    running.docs.repaint();
    await microtasks();
    expect(kindOf()).toMatchObject({ kind: 'heading', level: 2 });
  });
});
