import { describe, expect, it } from 'vitest';
import { CHANNEL, HELLO } from '../../../lib/hosts/google-docs/bridge/protocol.ts';
import { createGoogleDocsHost } from '../../../lib/hosts/google-docs/host.ts';
import { FAST_MS } from '../../../lib/hosts/google-docs/watch.ts';
import type { SurfaceChange } from '../../../lib/hosts/host.ts';
import { expected, microtasks, nextFrame, poll, stages, texts } from './stage.ts';

const begin = stages();

describe('reading Google Docs', () => {
  it.each([
    'doc=sample',
    'doc=zoo',
    'doc=zoo&tableMarks=0&segments=0',
    'doc=generated&pages=12',
    'api=promise',
    'selection=anchor-focus',
    'selection=several',
    'suggesting=1',
    'pageless=1',
    'blit=1&comments=1&collaborators=3',
    'doc=zoo&wrapLoss=1',
    'selection=base-extent',
    'noise=0',
  ])('reads every paragraph of the body and nothing else: %s', async (query) => {
    const running = await begin(query);
    await poll();
    expect(texts(running)).toEqual(expected(running));
  });

  it('tells before the next paint what a colleague changed far from the screen', async () => {
    const running = await begin('doc=generated&pages=12');
    const changes: SurfaceChange[] = [];
    running.surface.watch((change) => changes.push(change), new AbortController().signal);
    const last = running.surface.snapshot().blocks.at(-1);
    const paragraph = running.docs.paragraphs().at(-1);
    running.docs.remote(running.docs.raw(paragraph?.id ?? 0, 0), running.docs.raw(paragraph?.id ?? 0, 0), 'Far away: ');
    await poll();
    expect(changes.map(({ touched }) => touched)).toEqual([[last?.id]]);
    expect(texts(running).at(-1)).toMatch(/^Far away: /);
  });

  it('says that the writer is typing, and when it is over', async () => {
    const running = await begin();
    const typing: boolean[] = [];
    running.surface.watch((change) => typing.push(change.typing), new AbortController().signal);
    const inner = document.querySelector<HTMLIFrameElement>('iframe.docs-texteventtarget-iframe')?.contentDocument;
    inner?.querySelector('[role=textbox]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
    running.docs.type('x');
    running.docs.repaint();
    await microtasks();
    expect(typing.at(-1)).toBe(true);
  });

  it('knows the caret, and none where there are several selections', async () => {
    const running = await begin();
    const block = running.surface.snapshot().blocks[2];
    const paragraph = running.docs.paragraphs()[2];
    running.docs.select(running.docs.raw(paragraph?.id ?? 0, 4));
    await poll();
    expect(running.surface.caret()).toEqual({ blockId: block?.id, offset: 4 });
  });

  it('takes headings written later for headings once they are on the screen', async () => {
    const running = await begin();
    const paragraph = running.docs.paragraphs()[3];
    running.docs.remote(
      running.docs.raw(paragraph?.id ?? 0, 0),
      running.docs.raw(paragraph?.id ?? 0, 0),
      'New part of it\n',
    );
    const added = running.docs.paragraphs().find(({ text }) => text === 'New part of it');
    running.docs.restyle(added?.id ?? 0, 'heading-1');
    running.docs.repaint();
    await nextFrame();
    expect(running.surface.snapshot().blocks.find(({ text }) => text === 'New part of it')).toMatchObject({
      kind: 'heading',
      level: 1,
    });
  });

  it('is not kept busy by the carets of colleagues', async () => {
    const running = await begin('collaborators=3');
    const { counters } = running.docs;
    let [readings, since] = [counters.getText, performance.now()];
    /** How long the text was not read, in milliseconds. */
    const rest = () => {
      if (counters.getText !== readings) [readings, since] = [counters.getText, performance.now()];
      return performance.now() - since;
    };
    await expect.poll(rest, { interval: 20 }).toBeGreaterThan(4 * FAST_MS);
  });

  it('never selects, and asks nothing of a hidden tab', async () => {
    const running = await begin();
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    const before = running.docs.counters.getText;
    await new Promise((done) => setTimeout(done, 700));
    expect(running.docs.counters.getText).toBe(before);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(running.docs.counters.getText).toBeGreaterThan(before);
    expect(running.docs.counters.setSelection).toBe(0);
  });

  it('waits with a tab that was opened behind others until somebody looks, and then reads its text API', async () => {
    await begin();
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    const stop = new AbortController();
    const patience = 50;
    const address = () => 'https://docs.google.com/document/d/staged/edit';
    const host = createGoogleDocsHost({ address, apiWaitMs: patience });
    const appeared: string[] = [];
    const events = { vanished: () => undefined, stateChanged: () => undefined };
    host.start({ ...events, appeared: ({ id }) => appeared.push(id) }, stop.signal);
    await new Promise((done) => setTimeout(done, 6 * patience));
    expect(host.health()).toMatchObject({ state: 'waiting', facts: { way: 'none' } });
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => appeared.length).toBe(1);
    expect(host.health()).toMatchObject({ state: 'ready', facts: { way: 'text' } });
    stop.abort();
  });

  it('finds a passage far away by scrolling, and says when it is gone', async () => {
    const running = await begin('doc=generated&pages=30');
    const block = running.surface.snapshot().blocks.at(-2);
    if (block === undefined) throw new Error('There is no such block');
    const range = { blockId: block.id, start: 0, end: block.text.length };
    expect(await running.surface.reveal(range, block.text)).toBe('revealed');
    expect(running.surface.visibleBlocks()).toContain(block.id);
    expect(await running.surface.reveal({ ...range, blockId: 'nobody' }, 'Words that nobody wrote here')).toBe('gone');
    expect(running.docs.counters.setSelection).toBe(0);
  });

  it('brings a passage into view that stands beside what is seen of a wide page', async () => {
    const running = await begin('zoom=200');
    const block = running.surface.snapshot().blocks.find(({ text }) => text.includes('They own no calendar'));
    if (block === undefined) throw new Error('There is no such block');
    const range = { blockId: block.id, start: 0, end: block.text.length };
    expect(await running.surface.reveal(range, block.text)).toBe('revealed');
    const paragraph = running.docs.paragraphs().find(({ text }) => text === block.text);
    const [box] = running.docs.boxes(paragraph?.id ?? 0, 0, block.text.length);
    const clip = running.docs.clip();
    expect(box?.left).toBeGreaterThanOrEqual(clip.left);
    expect(box?.left).toBeLessThan(clip.right - 100);
  });
});

describe('a document whose labels say something else than its text', () => {
  it('is read, and it is told that marks cannot be placed', async () => {
    const running = await begin();
    expect(running.surface.snapshot().limits).toEqual([]);
    for (const label of document.querySelectorAll('rect[aria-label]')) label.setAttribute('aria-label', 'Lorem ipsum');
    await microtasks();
    running.docs.remote(1, 1, 'x');
    await poll();
    expect(running.surface.snapshot().limits).toEqual(['marks-unplaced']);
    expect(texts(running)).toEqual(expected(running));
  });
});

describe('the bridge', () => {
  it('answers nobody on malformed questions, and tells forged answers from its own', async () => {
    const channel = 'stagemark-00112233445566ff';
    expect(CHANNEL.test(channel)).toBe(true);
    const running = await begin();
    const answers: unknown[] = [];
    document.dispatchEvent(new CustomEvent(HELLO, { detail: channel }));
    document.addEventListener(`${channel}:answer`, (event) => answers.push((event as CustomEvent<unknown>).detail));
    const ask = (detail: unknown) => document.dispatchEvent(new CustomEvent(`${channel}:ask`, { detail }));
    for (const junk of [
      null,
      7,
      '',
      '{',
      '[]',
      '{}',
      { seq: 1 },
      '{"seq":1,"kind":"write","revision":0}',
      'x'.repeat(5000),
    ])
      ask(junk);
    expect(answers).toEqual([]);
    ask('{"seq":1,"kind":"text","revision":0}');
    expect(answers.length).toBe(1);
    ask('{"seq":1,"kind":"text","revision":0}');
    expect(answers.length, 'a number is used once').toBe(1);
    const before = texts(running);
    document.dispatchEvent(new CustomEvent(`${channel}:answer`, { detail: answers[0] }));
    await poll();
    expect(texts(running)).toEqual(before);
  });

  it('serves an updated extension beside the instance that it replaces', async () => {
    const running = await begin();
    const second = 'stagemark-ffeeddccbbaa0011';
    document.dispatchEvent(new CustomEvent(HELLO, { detail: second }));
    running.docs.remote(1, 1, 'Still read: ');
    await poll();
    expect(texts(running)[0]).toMatch(/^Still read: /);
  });
});
