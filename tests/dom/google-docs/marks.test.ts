import { describe, expect, it } from 'vitest';
import type { Surface } from '../../../lib/hosts/host.ts';
import { agreement, astray } from '../../prove/docs-measure.ts';
import { readable } from '../../prove/docs-placement.ts';
import { markAll, markOf, microtasks, nextFrame, STYLE, type Stage, stages } from './stage.ts';

const begin = stages();

const layer = () => document.querySelector('stagemark-marks');

/** The simulator's paragraph that holds some words, and the true boxes of these words. */
function truthOf({ docs }: Stage, words: string) {
  const paragraph = docs.paragraphs().find(({ text }) => readable(text).includes(words));
  if (paragraph === undefined) throw new Error(`No paragraph holds "${words}"`);
  const start = readable(paragraph.text).indexOf(words);
  return docs.boxes(paragraph.id, start, start + words.length);
}

const boxesOf = (surface: Surface, id: string) =>
  surface.marker.rectsOf(id).map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));

describe('marks in Google Docs', () => {
  it.each([
    'runs=style',
    'runs=word',
    'runs=line',
    'runs=word&zoom=150',
    'runs=mixed&zoom=50',
    'pageless=1&runs=style',
    'blit=1&comments=1&collaborators=3',
    'removesForeign=1&compact=1&dark=1',
  ])('lie on their words, also in the middle of a label: %s', async (query) => {
    const running = await begin(query);
    for (const words of [
      'independent clinics with two',
      'took 41 % of last year’s engineering time for 6 %',
      'Interviews',
    ]) {
      if (words === 'Interviews') continue;
      const mark = markOf(running.surface, words);
      running.surface.marker.show([mark], STYLE);
      const painted = boxesOf(running.surface, mark.passageId);
      expect(agreement(painted, truthOf(running, words)), words).toBeGreaterThan(0.9);
    }
  });

  it.each(['runs=style', 'runs=word', 'runs=line'])(
    'lie on words whose space the text lost at a wrap: %s',
    async (query) => {
      const running = await begin(`doc=zoo&pages=1&wrapLoss=1&${query}`);
      running.docs.scrollTo(1900);
      await nextFrame();
      const words = 'Trains leave in the earlymorning only';
      const mark = markOf(running.surface, words);
      running.surface.marker.show([mark], STYLE);
      expect(agreement(boxesOf(running.surface, mark.passageId), truthOf(running, words))).toBeGreaterThan(0.9);
    },
  );

  it.each(['runs=style', 'runs=word', 'runs=line', 'runs=style&pageless=1&zoom=150'])(
    'lie on a passage whose suggested deletions are in the text and not in the labels: %s',
    async (query) => {
      const running = await begin(`doc=zoo&pages=1&suggesting=1&hideDeleted=1&${query}`);
      running.docs.scrollTo(300);
      await nextFrame();
      const shown = [...document.querySelectorAll('rect[aria-label]')].map((one) => one.getAttribute('aria-label'));
      expect(shown.join(' ')).not.toMatch(/budget *is *late/);
      const words = 'We will launch in MarchSeptember because the budget is latethe partner asked for it';
      const mark = markOf(running.surface, words);
      running.surface.marker.show([mark], STYLE);
      expect(boxesOf(running.surface, mark.passageId).length).toBeGreaterThan(0);
      expect(agreement(boxesOf(running.surface, mark.passageId), truthOf(running, words))).toBeGreaterThan(0.9);
    },
  );

  it.each([
    ['a letter', 'runs=style', 1],
    ['a letter', 'runs=word', 1],
    ['part of a word', 'runs=style', 4],
    ['part of a word', 'runs=line', 4],
    ['some words', 'runs=word', 17],
  ])('stay on what is left when %s is struck in suggesting mode: %s', async (_, query, length) => {
    const running = await begin(`${query}&suggesting=1&hideDeleted=1&lag=100000000`);
    const words = 'independent clinics with two to nine doctors';
    const mark = markOf(running.surface, words);
    running.surface.marker.show([mark], STYLE);
    const paragraph = running.docs.paragraphs().find(({ text }) => text.includes(words));
    const at = running.docs.raw(paragraph?.id ?? 0, (paragraph?.text.indexOf('clinics with') ?? 0) + 1);
    running.docs.select(at, at + length);
    running.docs.type('');
    running.docs.repaint();
    await microtasks();
    expect(running.docs.text()).toContain(words);
    expect(agreement(boxesOf(running.surface, mark.passageId), truthOf(running, words))).toBeGreaterThan(0.9);
  });

  it('are not drawn across words that the screen has in the place of others', async () => {
    const running = await begin('lag=0&textLag=100000000');
    const words = 'If we are wrong, we will see it by December: should fewer than a third';
    const mark = markOf(running.surface, words);
    running.surface.marker.show([mark], STYLE);
    expect(boxesOf(running.surface, mark.passageId).length).toBeGreaterThan(0);
    const paragraph = running.docs.paragraphs().find(({ text }) => text.startsWith('If we are wrong'));
    const at = running.docs.raw(paragraph?.id ?? 0, 20);
    running.docs.remote(at, at + 4, ' words that the text will hold much later');
    running.docs.repaint();
    await microtasks();
    expect(boxesOf(running.surface, mark.passageId)).toEqual([]);
  });

  it('are drawn on a recycled page when its labels have come, and nowhere before', async () => {
    const running = await begin('doc=generated&pages=20&labelLag=1000');
    running.surface.marker.show(markAll(running.surface), STYLE);
    running.docs.scrollTo(9000);
    await nextFrame();
    await microtasks();
    expect(running.surface.snapshot().blocks.flatMap(({ id }) => boxesOf(running.surface, id))).toEqual([]);
    await expect.poll(() => running.surface.marker.counts().drawn).toBeGreaterThan(3);
  });

  it('stay as they are while text is selected over them and menus and comments open', async () => {
    const running = await begin();
    const mark = markOf(running.surface, 'independent clinics with two to nine doctors');
    running.surface.marker.show([mark], STYLE);
    const before = boxesOf(running.surface, mark.passageId);
    const readings = running.docs.counters.getText;
    running.docs.select(1, 900);
    await microtasks();
    expect(running.docs.counters.getText, 'selecting is no reason to read').toBe(readings);
    running.docs.openMenu(true);
    running.docs.openComment(true);
    await nextFrame();
    expect(document.querySelector('.kix-canvas-tile-selection rect')).not.toBeNull();
    expect(boxesOf(running.surface, mark.passageId)).toEqual(before);
  });

  it.each(['runs=style', 'runs=word', 'runs=mixed&zoom=150'])(
    'leave a picture within a line unpainted: %s',
    async (query) => {
      const running = await begin(`doc=zoo&pages=1&${query}`);
      const words = 'picture.   After the picture comes';
      const mark = markOf(running.surface, words);
      running.docs.scrollTo(300);
      await nextFrame();
      running.surface.marker.show([mark], STYLE);
      const painted = boxesOf(running.surface, mark.passageId);
      expect(painted.length).toBe(2);
      expect(astray(painted, truthOf(running, words))).toBeLessThan(0.1);
    },
  );

  it('run from the right in right-to-left text', async () => {
    const running = await begin('doc=zoo&runs=style');
    const words = 'החדש נבחן';
    const mark = markOf(running.surface, words);
    running.docs.scrollTo(200);
    await nextFrame();
    running.surface.marker.show([mark], STYLE);
    expect(agreement(boxesOf(running.surface, mark.passageId), truthOf(running, words))).toBeGreaterThan(0.9);
  });

  it('are there in the frame of the repaint after an edit, moved with their text', async () => {
    const running = await begin('lag=100000000');
    const words = 'independent clinics with two to nine doctors';
    running.surface.marker.show([markOf(running.surface, words)], STYLE);
    running.surface.watch(
      () => running.surface.marker.show([markOf(running.surface, words)], STYLE),
      new AbortController().signal,
    );
    running.docs.remote(1, 1, 'A first line of its own.\nAnd a second.\n');
    running.docs.repaint();
    await microtasks();
    const { passageId } = markOf(running.surface, words);
    expect(agreement(boxesOf(running.surface, passageId), truthOf(running, words))).toBeGreaterThan(0.9);
  });

  it('stay with their own of several equal lines when one moves to where another stood', async () => {
    const running = await begin('doc=zoo&pages=1&pageless=1&lag=100000000');
    running.docs.scrollTo(500);
    await nextFrame();
    const items = () => running.docs.paragraphs().filter(({ text, cell }) => text === 'To be decided.' && !cell);
    const first = running.docs.raw(items()[0]?.id ?? 0, 0);
    running.docs.remote(first, first, 'To be done.\n');
    running.docs.repaint();
    await microtasks();
    running.surface.marker.show(markAll(running.surface), STYLE);
    const blocks = running.surface
      .snapshot()
      .blocks.filter(({ text, kind }) => text === 'To be decided.' && kind === 'list-item');
    expect(blocks.length).toBe(3);
    blocks.forEach(({ id }, at) => {
      const paragraph = items()[at];
      const truth = running.docs.boxes(paragraph?.id ?? 0, 0, 99);
      expect(astray(boxesOf(running.surface, id), truth), `item ${at}`).toBeLessThan(0.1);
      expect(boxesOf(running.surface, id).length).toBeGreaterThan(0);
    });
  });

  it('stay where the screen still shows their text while the text is ahead', async () => {
    const running = await begin('lag=100000000');
    const words = 'If we are wrong, we will see it by December';
    const mark = markOf(running.surface, words);
    running.surface.marker.show([mark], STYLE);
    const before = boxesOf(running.surface, mark.passageId);
    const paragraph = running.docs.paragraphs().find(({ text }) => text.startsWith('If we are wrong'));
    running.docs.remote(
      running.docs.raw(paragraph?.id ?? 0, 44),
      running.docs.raw(paragraph?.id ?? 0, 44),
      ' or later',
    );
    await expect.poll(() => running.surface.snapshot().blocks.some(({ text }) => text.includes('or later'))).toBe(true);
    expect(boxesOf(running.surface, mark.passageId)).toEqual(before);
  });

  it('are not drawn where the text that they are for does not stand', async () => {
    const { surface } = await begin();
    const mark = markOf(surface, 'independent clinics');
    surface.marker.show([{ ...mark, text: 'dependent clinics!!' }], STYLE);
    expect(surface.marker.rectsOf(mark.passageId)).toEqual([]);
  });

  it('are never drawn on a header or footer that says the same as a paragraph', async () => {
    const running = await begin('doc=zoo&pages=1');
    running.surface.marker.show(markAll(running.surface), STYLE);
    for (const top of [0, 500, 900, 1400]) {
      running.docs.scrollTo(top);
      await nextFrame();
      for (const { id, text } of running.surface.snapshot().blocks.filter((block) => block.text === 'To be decided.')) {
        const truths = running.docs
          .paragraphs()
          .filter((one) => one.text === text)
          .flatMap((one) => running.docs.boxes(one.id, 0, 99));
        expect(astray(boxesOf(running.surface, id), truths)).toBeLessThan(0.3);
      }
    }
  });

  it('go when the page that held them was given to another part of the document', async () => {
    const running = await begin('doc=generated&pages=20');
    running.surface.marker.show(markAll(running.surface), STYLE);
    const first = running.surface.snapshot().blocks[1]?.id ?? '';
    expect(boxesOf(running.surface, first).length).toBeGreaterThan(0);
    running.docs.scrollTo(9000);
    await nextFrame();
    await microtasks();
    expect(boxesOf(running.surface, first)).toEqual([]);
  });

  it('are found under the pointer, and not under a menu that covers them', async () => {
    const running = await begin();
    const mark = markOf(running.surface, 'There are about 61,000 independent clinics');
    running.surface.marker.show([mark], STYLE);
    const [box] = boxesOf(running.surface, mark.passageId);
    if (box === undefined) throw new Error('The mark is not drawn');
    const [x, y] = [box.left + 20, (box.top + box.bottom) / 2];
    expect(running.surface.marker.hit(x, y)?.passageId).toBe(mark.passageId);
    expect(running.surface.marker.hit(x, y - 400)).toBeNull();
    const menu = document.createElement('div');
    Object.assign(menu.style, {
      position: 'fixed',
      left: `${x - 10}px`,
      top: `${y - 10}px`,
      width: '40px',
      height: '40px',
      zIndex: '1003',
    });
    document.body.append(menu);
    expect(running.surface.marker.hit(x, y)).toBeNull();
  });
});

describe('the layer of marks', () => {
  it('takes no pointer event, is hidden from assistive technology and holds no text', async () => {
    const { surface } = await begin();
    surface.marker.show(markAll(surface), STYLE);
    const host = layer();
    expect(host?.getAttribute('aria-hidden')).toBe('true');
    expect(host?.shadowRoot).toBeNull();
    expect(host?.textContent).toBe('');
    expect(getComputedStyle(host ?? document.body).pointerEvents).toBe('none');
  });

  it('is one element in the scroller, under the caret, and writes nothing into tiles', async () => {
    const running = await begin();
    running.surface.marker.show(markAll(running.surface), STYLE);
    await nextFrame();
    expect(document.querySelectorAll('stagemark-marks').length).toBe(1);
    expect(layer()?.parentElement?.className).toBe('kix-appview-editor');
    expect(layer()?.nextElementSibling?.className).toBe('kix-cursor');
    expect(running.docs.counters.foreignTileNodes).toBe(0);
  });

  it('comes back when the page removes it', async () => {
    const running = await begin();
    running.surface.marker.show(markAll(running.surface), STYLE);
    layer()?.remove();
    running.docs.remote(1, 1, 'x');
    running.docs.repaint();
    await microtasks();
    expect(layer()?.isConnected).toBe(true);
  });

  it('is gone when the host ends', async () => {
    const running = await begin();
    running.surface.marker.show(markAll(running.surface), STYLE);
    running.end();
    expect(layer()).toBeNull();
  });

  it('cannot be restyled by the page', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { display: none !important; left: 50px !important; pointer-events: auto !important; }');
    const { surface } = await begin();
    surface.marker.show(markAll(surface), STYLE);
    document.adoptedStyleSheets = [sheet];
    const { pointerEvents, left } = getComputedStyle(layer() ?? document.body);
    document.adoptedStyleSheets = [];
    expect({ pointerEvents, left }).toEqual({ pointerEvents: 'none', left: '0px' });
  });
});
