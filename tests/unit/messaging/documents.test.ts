import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import { createDocumentClient, type DocumentNews } from '../../../lib/messaging/document-client.ts';
import type { Heard, Said, Write } from '../../../lib/messaging/document-protocol.ts';
import { inChunks, splicesBetween, withSplice } from '../../../lib/messaging/splices.ts';
import type { Block } from '../../../lib/model/document.ts';
import { review } from '../../../lib/review/review.ts';
import { fillPreferences } from '../../../lib/settings/preferences.ts';
import { localBackground } from '../../harness/local-background.ts';
import { fakeClock, paragraphs } from '../page/fakes.ts';

const LONG_MS = 20_000;

const block = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  kind: fc.constantFrom('paragraph' as const, 'heading' as const),
  level: fc.nat(2),
  text: fc.string({ maxLength: 8 }),
});
const blocks = fc.uniqueArray(block, { selector: ({ id }) => id, maxLength: 6 });

describe('splices', () => {
  test('turn any blocks into any others, in chunks of any size', () => {
    fc.assert(
      fc.property(blocks, blocks, fc.integer({ min: 1, max: 30 }), (before, after, size) => {
        const chunks = inChunks(splicesBetween(before, after), size);
        expect(chunks.flat().reduce(withSplice, before)).toEqual(after);
      }),
    );
  });

  test('of equal blocks are none', () => {
    fc.assert(
      fc.property(blocks, (each) => {
        expect(splicesBetween(each, structuredClone(each))).toEqual([]);
      }),
    );
  });

  test('of a changed text hold that block and no other', () => {
    const before = paragraphs('One.', 'Two.', 'Three.', 'Four.');
    const after = before.map((each, index) => (index % 2 === 0 ? each : { ...each, text: 'Changed.' }));
    expect(splicesBetween(before, after)).toEqual([
      { at: 1, remove: 1, blocks: [after[1]] },
      { at: 3, remove: 1, blocks: [after[3]] },
    ]);
  });
});

function setUp() {
  const clock = fakeClock();
  const stop = new AbortController();
  const open = new AbortController();
  const background = localBackground({
    createClassifier,
    review,
    readGrammar: async () => new Map(),
    clock,
    settings: () => ({
      preferences: fillPreferences({}),
      switches: { everywhere: false, sites: [], snoozedUntil: 0 },
      documents: {},
      corrections: [],
      packs: [],
      managed: {},
      problems: {},
    }),
    correct: async () => undefined,
    carry: () => undefined,
  });
  const news: DocumentNews[] = [];
  const heard: Heard[] = [];
  const client = createDocumentClient(
    (hear, ended) =>
      background.connect((message) => {
        heard.push(message as Heard);
        hear(message);
      }, ended),
    clock,
    () => undefined,
    stop.signal,
  );
  const link = client.open('surface', (each) => news.push(each), AbortSignal.any([open.signal, stop.signal]));
  const write = async (next: readonly Block[]) => {
    const sent = link.write({ title: 'A plan', blocks: next, unread: [], limits: [] }, null);
    await clock.advance(LONG_MS);
    return sent;
  };
  const written = () => background.said.filter((each): each is Write => each.kind === 'write');
  const labels = () => new Map(news.flatMap(({ rows }) => rows.map(({ id, label }) => [id, label] as const)));
  return { clock, heard, background, link, news, write, written, labels, stop, open };
}

/** A document of as many passages. */
function long(count: number): Block[] {
  return paragraphs(
    ...Array.from(
      { length: count },
      (_, at) => `In sprint ${at} we ship the export of column ${at} to the beta users.`,
    ),
  );
}
const bytes = (messages: readonly Said[]) => messages.reduce((sum, each) => sum + JSON.stringify(each).length, 0);

describe('a document in the hands of the background', () => {
  test('is labelled and reviewed, and settles', async () => {
    const { write, news, labels } = setUp();
    await write(long(40));
    expect(labels().size).toBe(40);
    expect(news.at(-1)).toMatchObject({ settled: true, current: true, progress: 1 });
    expect(news.findLast(({ report }) => report !== null)?.report?.state).toBe('ready');
  });

  test('goes over in messages of limited length, however long it is', async () => {
    const { write, written, labels } = setUp();
    await write(long(3000));
    expect(written().length).toBeGreaterThan(2);
    expect(Math.max(...written().map((each) => bytes([each])))).toBeLessThan(200_000);
    expect(labels().size).toBe(3000);
  });

  test('costs less than 2 kB there and, as a rule, fewer than ten rows back for a changed passage among thousands', async () => {
    const { write, background, news } = setUp();
    let now = long(3000);
    await write(now);
    const rows: number[] = [];
    for (const place of [300, 600, 900, 1200, 1500, 1800, 2100]) {
      const [said, heard] = [background.said.length, news.length];
      now = now.with(place, {
        ...(now[place] as Block),
        text: `In sprint ${place} we ship the import to the beta users.`,
      });
      await write(now);
      expect(bytes(background.said.slice(said))).toBeLessThan(2000);
      rows.push(news.slice(heard).flatMap((each) => each.rows).length);
    }
    // What the document says moves in steps: the edit that crosses one moves every passage that reads the same.
    expect(rows.filter((count) => count < 10).length, rows.join(' ')).toBeGreaterThanOrEqual(5);
  });

  test('has only the changed parts of its review told, and the page knows all of it', async () => {
    const { write, news, heard } = setUp();
    const before = long(300);
    await write(before);
    const first = news.findLast(({ report }) => report !== null)?.report;
    heard.length = 0;
    await write(before.with(150, { ...(before[150] as Block), text: 'We hire two more people.' }));
    const fields = heard.flatMap((each) => (each.kind === 'news' ? Object.keys(each.report ?? {}) : []));
    expect(fields).toContain('mix');
    expect(fields).not.toContain('moves');
    expect(news.findLast(({ report }) => report !== null)?.report).toMatchObject({
      title: 'A plan',
      moves: first?.moves,
    });
  });

  test('that did not change is not sent again', async () => {
    const { write, background } = setUp();
    await write(long(5));
    const said = background.said.length;
    expect(await write(structuredClone(long(5)))).toBe(false);
    expect(background.said.length).toBe(said);
  });

  test('is sent anew after the background died at rest, once something changes', async () => {
    const { write, background, written, clock } = setUp();
    await write(long(5));
    background.kill();
    await clock.advance(LONG_MS);
    expect(written().length).toBe(1);
    await write(long(6));
    expect(written().map(({ base, splices }) => [base, splices[0]?.blocks.length])).toEqual([
      [0, 5],
      [0, 6],
    ]);
  });

  test('loses nothing by a background that dies at any moment, again and again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ texts: fc.array(fc.nat(5), { maxLength: 5 }), pause: fc.nat(40), kill: fc.boolean() }), {
          maxLength: 8,
        }),
        async (steps) => {
          const { link, clock, background, news, labels } = setUp();
          let last: Block[] = [];
          for (const { texts, pause, kill } of steps) {
            last = paragraphs(...texts.map((each) => `We ship part ${each} of the plan in spring.`));
            link.write({ title: 'A plan', blocks: last, unread: [], limits: [] }, null);
            await clock.advance(pause);
            if (kill) background.kill();
          }
          await clock.advance(LONG_MS);
          const fresh = setUp();
          await fresh.write(last);
          const now = labels();
          for (const [id, label] of fresh.labels()) expect(now.get(id)).toBe(label);
          if (steps.length > 0) expect(news.at(-1)).toMatchObject({ settled: true, current: true });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is asked about again after the background died over the question', async () => {
    const { write, link, background, clock } = setUp();
    await write(long(3));
    const asked = link.explain('b1');
    background.kill();
    await clock.advance(LONG_MS);
    expect(await asked).toMatchObject({ ok: true, value: { passageId: 'b1' } });
  });

  test('is answered for as a failure where the background never comes to life', async () => {
    const { write, link, background, clock } = setUp();
    await write(long(3));
    background.kill();
    background.dead = true;
    const asked = link.relabel('b1', 'strategy');
    await clock.advance(LONG_MS * 4);
    expect(await asked).toMatchObject({ ok: false, code: 'no-receiver' });
  });

  test('that a page closes is forgotten, and its line with it', async () => {
    const { write, background, link, open } = setUp();
    await write(long(3));
    const asked = link.explain('b1');
    open.abort();
    expect(background.said.at(-1)).toEqual({ kind: 'close', surface: 'surface' });
    expect(await asked).toMatchObject({ ok: false, code: 'gone' });
  });
});
