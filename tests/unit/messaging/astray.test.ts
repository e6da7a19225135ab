import { describe, expect, test } from 'vitest';
import { createDocumentClient, type DocumentNews } from '../../../lib/messaging/document-client.ts';
import type { Heard, News, Said } from '../../../lib/messaging/document-protocol.ts';
import { fakeClock, paragraphs } from '../page/fakes.ts';

/** Long enough for a line without a word to count as dead, in milliseconds. */
const FIRST_WORD_MS = 1000;

/** A page's document before a background that the test plays. */
function setUp() {
  const clock = fakeClock();
  const lines: { readonly said: Said[]; tell(message: Heard): void; open: boolean }[] = [];
  const news: DocumentNews[] = [];
  const stop = new AbortController();
  const documents = createDocumentClient(
    (heard) => {
      const line = { said: [] as Said[], tell: (message: Heard) => heard(message), open: true };
      lines.push(line);
      return {
        post: (message) => void line.said.push(message as Said),
        close() {
          line.open = false;
        },
      };
    },
    clock,
    () => undefined,
    stop.signal,
  );
  const link = documents.open('s', (each) => news.push(each), stop.signal);
  const write = (...texts: string[]) =>
    link.write({ title: '', blocks: paragraphs(...texts), unread: [], limits: [] }, null);
  const line = (index = -1) => {
    const found = lines.at(index);
    if (found === undefined) throw new Error('No line was opened.');
    return found;
  };
  return { clock, link, lines, line, news, write, stop, documents };
}

function newsOf(revision: number, settled: boolean, ...ids: string[]): { readonly kind: 'news' } & News {
  const rows = ids.map((id) => ({
    id,
    label: 'execution' as const,
    signal: null,
    confidence: 0.9,
    by: 'model' as const,
    words: 2,
    heading: -1,
    sentences: [],
  }));
  const state = { more: false, progress: 1, settled, grammar: true, report: null };
  return { kind: 'news', surface: 's', revision, rows, headings: [], ...state };
}

describe('news', () => {
  test('that are lost without a word are asked for on a new line, with everything', async () => {
    const { clock, line, lines, write } = setUp();
    write('One.', 'Two.');
    await clock.advance(FIRST_WORD_MS + 1);
    expect(lines.map(({ open }) => open)).toEqual([false, true]);
    expect(line().said).toMatchObject([{ kind: 'write', base: 0, splices: [{ blocks: [{}, {}] }] }]);
  });

  test('from a line that was given up are not listened to', async () => {
    const { clock, line, news, write } = setUp();
    write('One.');
    const late = line();
    await clock.advance(FIRST_WORD_MS + 1);
    late.tell(newsOf(1, true, 'b0'));
    expect(news).toEqual([]);
  });

  test('about an older version keep what they say of passages that stayed, and settle nothing', async () => {
    const { line, news, write } = setUp();
    write('One.', 'Two.');
    write('One.', 'Two changed.');
    line().tell(newsOf(1, true, 'b0', 'b1'));
    expect(news).toMatchObject([{ current: false, rows: [{ id: 'b0' }] }]);
  });

  test('that come twice are told twice and change nothing else', async () => {
    const { clock, line, lines, news, write } = setUp();
    write('One.');
    for (let time = 0; time < 2; time++) line().tell(newsOf(1, true, 'b0'));
    await clock.advance(60_000);
    expect(news.map(({ current, settled }) => [current, settled])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(lines.length).toBe(1);
  });

  test('of a wrong form, of another document, or to no question are passed over', async () => {
    const { line, news, write } = setUp();
    write('One.');
    line().tell({ ...newsOf(1, true, 'b0'), progress: 'half' as never });
    line().tell({ ...newsOf(1, true, 'b0'), surface: 'other' });
    line().tell({ kind: 'reply', id: 77, envelope: { ok: true } });
    line().tell(7 as never);
    expect(news).toEqual([]);
  });
});

describe('a change of what documents are read by', () => {
  test('sends a document again that the background has forgotten, also where nobody said that the line ended', async () => {
    const { clock, line, lines, write, documents } = setUp();
    write('One.');
    line().tell(newsOf(1, true, 'b0'));
    await clock.advance(60_000);
    documents.refresh();
    await clock.advance(0);
    expect(lines.length).toBe(2);
    expect(line().said).toMatchObject([{ kind: 'write', base: 0 }]);
  });

  test('sends nothing where the background is there: it follows by itself', async () => {
    const { clock, line, lines, write, documents } = setUp();
    write('One.');
    line().tell(newsOf(1, true, 'b0'));
    documents.refresh();
    await clock.advance(0);
    expect([lines.length, line().said.length]).toEqual([1, 1]);
  });
});

describe('a background that does not know the document', () => {
  test('is sent everything', () => {
    const { line, write } = setUp();
    write('One.');
    line().tell(newsOf(1, true, 'b0'));
    write('One.', 'Two.');
    line().tell({ kind: 'unknown', surface: 's' });
    expect(line().said.map((each) => each.kind === 'write' && [each.base, each.splices[0]?.blocks.length])).toEqual([
      [0, 1],
      [1, 1],
      [0, 2],
    ]);
  });
});

test('nothing is said after the end, and what was asked is answered', async () => {
  const { clock, link, line, lines, write, stop } = setUp();
  write('One.');
  line().tell(newsOf(1, true, 'b0'));
  const asked = link.explain('b0');
  stop.abort();
  expect(await asked).toMatchObject({ ok: false, code: 'gone' });
  const said = line().said.length;
  write('One.', 'Two.');
  await clock.advance(60_000);
  expect([line().said.length, lines.length, line().open]).toEqual([said, 1, false]);
});
