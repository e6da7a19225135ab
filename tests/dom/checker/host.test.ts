import { afterEach, describe, expect, it } from 'vitest';
import { type CheckerDocument, createCheckerDocument } from '../../../lib/hosts/checker/document.ts';
import { createCheckerHost } from '../../../lib/hosts/checker/host.ts';
import type { Surface } from '../../../lib/hosts/host.ts';
import type { Mark } from '../../../lib/marks/marker.ts';

let stop = new AbortController();
afterEach(() => {
  stop.abort();
  stop = new AbortController();
  document.body.replaceChildren();
});

interface Seen {
  readonly checked: CheckerDocument;
  readonly surfaces: Surface[];
  readonly gone: string[];
}

function start(): Seen {
  const checked = createCheckerDocument('Your document');
  checked.mount(document.body);
  const seen: Seen = { checked, surfaces: [], gone: [] };
  createCheckerHost(checked.editor).start(
    {
      appeared: (surface) => seen.surfaces.push(surface),
      vanished: (id) => seen.gone.push(id),
      stateChanged: () => undefined,
    },
    stop.signal,
  );
  return seen;
}

function newest(seen: Seen): Surface {
  const surface = seen.surfaces.at(-1);
  if (surface === undefined) throw new Error('No surface appeared');
  return surface;
}

/** A mark over a whole block. */
function markOf(surface: Surface, index: number): Mark {
  const block = surface.snapshot().blocks[index];
  if (block === undefined) throw new Error(`No block ${index}`);
  return {
    passageId: block.id,
    blockId: block.id,
    start: 0,
    end: block.text.length,
    stage: 'strategy',
    text: block.text,
  };
}

const STYLE = { look: 'line', theme: 'light' } as const;
const drawn = () => [...(CSS.highlights.get('stagemark-strategy') ?? [])].map((range) => String(range));

describe('the checker as a host', () => {
  it('announces one surface, and another for each document that is opened', () => {
    const seen = start();
    const first = newest(seen).id;
    seen.checked.openMarkdown('# Clinics\n\nWe choose small clinics.');
    expect(seen.gone).toEqual([first]);
    expect(newest(seen).id).not.toBe(first);
    expect(newest(seen).snapshot()).toMatchObject({ title: 'Clinics', host: 'checker', kind: 'page' });
  });

  it('draws a mark on its words, moves it with an edit before it and drops it once its words are touched', () => {
    const seen = start();
    seen.checked.openMarkdown('We begin.\n\nWe choose small clinics.');
    const surface = newest(seen);
    surface.marker.show([markOf(surface, 1)], STYLE);
    expect(drawn()).toEqual(['We choose small clinics.']);
    const { view } = seen.checked.editor;
    view.dispatch(view.state.tr.insertText('Now we begin. ', 1));
    expect(drawn()).toEqual(['We choose small clinics.']);
    const pos = seen.checked.editor.reading().nodes[1]?.pos ?? 0;
    view.dispatch(view.state.tr.insertText('X', pos + 4));
    expect(drawn()).toEqual([]);
  });

  it('tells every change at once, with the new text', () => {
    const seen = start();
    seen.checked.openMarkdown('We begin.');
    const texts: string[] = [];
    newest(seen).watch(({ snapshot }) => texts.push(snapshot.blocks[0]?.text ?? ''), stop.signal);
    const { view } = seen.checked.editor;
    view.dispatch(view.state.tr.insertText('!', 10));
    expect(texts).toEqual(['We begin.!']);
  });

  it('finds the mark under the pointer and none beside it', () => {
    const seen = start();
    seen.checked.openMarkdown('We begin.\n\nWe choose small clinics.');
    const surface = newest(seen);
    const mark = markOf(surface, 1);
    surface.marker.show([mark], STYLE);
    const [rect] = surface.marker.rectsOf(mark.passageId);
    if (rect === undefined) throw new Error('The mark has no place');
    expect(surface.marker.hit(rect.left + 5, rect.top + rect.height / 2)?.passageId).toBe(mark.passageId);
    expect(surface.marker.hit(rect.left + 5, rect.bottom + 60)).toBeNull();
  });

  it('reveals by id, by the only block with the text, and says what is gone', async () => {
    const seen = start();
    seen.checked.openMarkdown('We begin.\n\nWe choose small clinics.');
    const surface = newest(seen);
    const { id, text } = surface.snapshot().blocks[1] ?? { id: '', text: '' };
    expect(await surface.reveal({ blockId: id, start: 0, end: 3 }, text)).toBe('revealed');
    expect(await surface.reveal({ blockId: 'other', start: 0, end: 3 }, text)).toBe('moved');
    expect(await surface.reveal({ blockId: 'other', start: 0, end: 3 }, 'Not there')).toBe('gone');
  });

  it('names what is near the screen, and no more, of a long text', () => {
    const seen = start();
    seen.checked.openMarkdown(Array.from({ length: 600 }, (_, index) => `Paragraph ${index} is here.`).join('\n\n'));
    const surface = newest(seen);
    const { blocks } = surface.snapshot();
    const visible = surface.visibleBlocks();
    expect(visible[0]).toBe(blocks[0]?.id);
    expect(visible.length).toBeLessThan(200);
    scrollTo(0, document.documentElement.scrollHeight);
    const later = surface.visibleBlocks();
    expect(later.at(-1)).toBe(blocks.at(-1)?.id);
    expect(later).not.toContain(blocks[0]?.id);
    scrollTo(0, 0);
  });

  it('tells what of a loaded text was too long', () => {
    const seen = start();
    seen.checked.editor.load([{ id: 'b0', kind: 'paragraph', level: 0, text: 'word '.repeat(6000) }]);
    expect(newest(seen).snapshot().unread).toEqual([{ reason: 'too-long', count: 1 }]);
    seen.checked.openMarkdown('Short.');
    expect(newest(seen).snapshot().unread).toEqual([]);
  });

  it('leaves nothing behind when it ends', () => {
    const seen = start();
    seen.checked.openMarkdown('We choose small clinics.');
    newest(seen).marker.show([markOf(newest(seen), 0)], STYLE);
    stop.abort();
    expect([...CSS.highlights.keys()].filter((name) => name.startsWith('stagemark-'))).toEqual([]);
  });
});

describe('the document of the checker', () => {
  it('says in one sentence why a file cannot be read, and keeps the text', async () => {
    const { checked } = start();
    checked.openMarkdown('We begin.');
    const error = await checked.open(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])], 'plan.pdf'));
    expect(error).toEqual({ key: 'errorFilePdf', values: ['plan.pdf'] });
    expect(checked.editor.reading().blocks[0]?.text).toBe('We begin.');
  });

  it('opens a Markdown file and saves the same text again', async () => {
    const { checked } = start();
    const text = '# Clinics\n\n## Goals\n\nWe begin.\n\n- One\n  - Inner\n- Two\n\n> Said.\n';
    expect(await checked.open(new File([text], 'clinics.md'))).toBeNull();
    expect(checked.save()).toEqual({ name: 'clinics.md', text });
  });

  it('knows what is unsaved: typed text, not an opened file', () => {
    const { checked } = start();
    checked.openMarkdown('We begin.');
    expect(checked.unsaved()).toBe(false);
    const { view } = checked.editor;
    view.dispatch(view.state.tr.insertText('!', 10));
    expect(checked.unsaved()).toBe(true);
    checked.save();
    expect(checked.unsaved()).toBe(false);
  });
});
