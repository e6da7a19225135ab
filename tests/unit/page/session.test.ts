import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { ReadGrammar } from '../../../lib/background/documents/grammar-service.ts';
import type { GrammarHit, GrammarRequest } from '../../../lib/classifier/contract.ts';
import { createDocumentClient } from '../../../lib/messaging/document-client.ts';
import type { Block } from '../../../lib/model/document.ts';
import type { MarkMode } from '../../../lib/model/tab.ts';
import { createSession } from '../../../lib/page/session.ts';
import type { Corrections } from '../../../lib/settings/corrections.ts';
import { documentKey } from '../../../lib/settings/document-key.ts';
import { fillPreferences } from '../../../lib/settings/preferences.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { hashText } from '../../../lib/text/hash.ts';
import { localBackground } from '../../harness/local-background.ts';
import { fakeClassifier, fakeClock, fakeReview, fakeSurface, paragraphs } from './fakes.ts';

const PAUSE_MS = 800;
const LONG_MS = 20_000;

interface Options {
  readonly perStep?: number;
  readonly readGrammar?: ReadGrammar;
}

const HIT: readonly GrammarHit[] = [{ rule: 'r', start: 0, end: 1 }];
const answerAll = (sentences: readonly GrammarRequest[]) => new Map(sentences.map(({ key }) => [key, HIT]));

/** A page's session and a background, joined by lines that copy what they carry. */
function setUp(blocks: readonly Block[], options: Options = {}) {
  const clock = fakeClock();
  const surface = fakeSurface(blocks);
  const classifiers: ReturnType<typeof fakeClassifier>[] = [];
  const stop = new AbortController();
  const batches: (readonly GrammarRequest[])[] = [];
  const view: { mode: MarkMode; corrections: Corrections; look: 'line' | 'tint' } = {
    mode: 'all',
    corrections: [],
    look: 'line',
  };
  const background = localBackground({
    createClassifier() {
      const made = fakeClassifier(options.perStep);
      classifiers.push(made);
      return made;
    },
    review: fakeReview,
    async readGrammar(sentences) {
      batches.push(sentences);
      return options.readGrammar === undefined ? answerAll(sentences) : options.readGrammar(sentences);
    },
    clock,
    settings: (): Settings => ({
      preferences: fillPreferences({}),
      switches: { everywhere: false, sites: [], snoozedUntil: 0 },
      documents: {},
      corrections: view.corrections,
      packs: [],
      managed: {},
      problems: {},
    }),
    correct: async () => undefined,
    carry: () => undefined,
  });
  const session = createSession({
    surface,
    openDocument: createDocumentClient(background.connect, clock, () => undefined, stop.signal).open,
    clock,
    view: () => ({ look: view.look, mode: view.mode, pauseMs: PAUSE_MS, theme: 'light' }),
    changed: () => undefined,
    signal: stop.signal,
  });
  const updates = () => classifiers.reduce((sum, each) => sum + each.updates, 0);
  return { clock, surface, updates, session, batches, view, stop, background };
}

const shownTexts = (surface: { shown: readonly { text: string }[] }) => surface.shown.map(({ text }) => text);

describe('a page session', () => {
  test('marks every sentence of a staged passage and none of a neutral one', async () => {
    const { clock, surface } = setUp(paragraphs('Lunch is at noon.', 'We ship it. Then we rest.'));
    await clock.advance(LONG_MS);
    expect(shownTexts(surface)).toEqual(['We ship it.', 'Then we rest.']);
  });

  test('makes a report once the first pass is done', async () => {
    const { clock, session } = setUp(paragraphs('We ship it.', 'A bet on growth.'), { perStep: 1 });
    expect(session.report()).toBeNull();
    await clock.advance(LONG_MS);
    expect(session.report()?.passages.map(({ label }) => label)).toEqual(['execution', 'strategy']);
    expect(session.state()).toMatchObject({ progress: 1, settled: true });
  });

  test('tells how long its labels and its first report took', async () => {
    const { clock, session } = setUp(paragraphs('We ship it.', 'A bet on growth.'), { perStep: 1 });
    expect(session.timings()).toEqual({});
    await clock.advance(LONG_MS);
    const { labelled, firstReport } = session.timings();
    expect(labelled).toBeTypeOf('number');
    expect(firstReport).toBeGreaterThanOrEqual(labelled ?? Number.POSITIVE_INFINITY);
  });

  test('tells whether marks are still to be drawn', async () => {
    const { clock, session, surface } = setUp(paragraphs('We ship it.', 'A bet on growth.', 'We build it.'));
    const { now } = clock;
    // Every look at the clock takes so long that a piece of drawing ends after a passage or two.
    vi.spyOn(clock, 'now').mockImplementation(() => {
      clock.spend(2);
      return now();
    });
    const drawn: [boolean, number][] = [];
    for (let step = 0; step < 100; step++) {
      await clock.advance(5);
      drawn.push([session.isDrawing(), surface.shown.length]);
    }
    expect(drawn.some(([drawing, marks]) => drawing && marks < 3)).toBe(true);
    expect(drawn.filter(([drawing, marks]) => !drawing && marks > 0 && marks < 3)).toEqual([]);
    expect(drawn.at(-1)).toEqual([false, 3]);
  });

  test('takes the mark off the sentence that is edited at once and keeps the others in place', async () => {
    const { clock, surface } = setUp(paragraphs('We ship it. Then we rest.'));
    await clock.advance(LONG_MS);
    surface.edit(paragraphs('We all ship it. Then we rest.'));
    expect(surface.shown).toMatchObject([{ text: 'Then we rest.', start: 16, end: 29 }]);
  });

  test('does not mark the edited sentence before the pause is over', async () => {
    const { clock, surface } = setUp(paragraphs('We ship it. Then we rest.'));
    await clock.advance(LONG_MS);
    surface.edit(paragraphs('We shipp it. Then we rest.'));
    await clock.advance(PAUSE_MS - 1);
    expect(shownTexts(surface)).toEqual(['Then we rest.']);
    await clock.advance(10);
    expect(shownTexts(surface)).toEqual(['We shipp it.', 'Then we rest.']);
  });

  test('waits on while keys keep coming', async () => {
    const { clock, surface, updates } = setUp(paragraphs('We ship it.'));
    await clock.advance(LONG_MS);
    const before = updates();
    for (const text of ['We ship it. A', 'We ship it. A b', 'We ship it. A be', 'We ship it. A bet']) {
      await clock.advance(PAUSE_MS - 100);
      surface.edit(paragraphs(text));
    }
    expect(updates()).toBe(before);
  });

  test('keeps marks of other passages while one is being typed', async () => {
    const { clock, surface } = setUp(paragraphs('We ship it.', 'A bet.'));
    await clock.advance(LONG_MS);
    surface.edit(paragraphs('We ship it. So', 'A bet.'));
    expect(shownTexts(surface)).toContain('A bet.');
  });

  test('drops the marks of a block that is gone in the same turn', async () => {
    const { clock, surface } = setUp(paragraphs('We ship it.', 'A bet.'));
    await clock.advance(LONG_MS);
    surface.edit(paragraphs('We ship it.'));
    expect(shownTexts(surface)).toEqual(['We ship it.']);
  });

  test('compares everything itself when the host does not say what changed', async () => {
    const { clock, surface } = setUp(paragraphs('We ship it.', 'A bet.'));
    await clock.advance(LONG_MS);
    surface.edit(paragraphs('We ship it.', 'A bet or two.'), { tellTouched: false });
    expect(shownTexts(surface)).toEqual(['We ship it.']);
  });

  test('restores the mark of a sentence that was changed and changed back', async () => {
    const { clock, surface } = setUp(paragraphs('We ship it.'));
    await clock.advance(LONG_MS);
    surface.edit(paragraphs('We ship itx.'));
    surface.edit(paragraphs('We ship it.'));
    expect(shownTexts(surface)).toEqual([]);
    await clock.advance(LONG_MS);
    expect(shownTexts(surface)).toEqual(['We ship it.']);
  });

  test('reads a page that never rests, all the same', async () => {
    const { clock, surface, updates } = setUp(paragraphs('We ship it.'));
    await clock.advance(LONG_MS);
    const before = updates();
    for (let turn = 0; turn < 40; turn++) {
      surface.edit(paragraphs('We ship it.', `A bet ${turn}.`), { typing: false });
      await clock.advance(100);
    }
    expect(updates() - before).toBeGreaterThanOrEqual(2);
  });

  test('draws only the chosen stage in one-stage reading and nothing in write mode', async () => {
    const { clock, surface, session, view } = setUp(paragraphs('We ship it.', 'A bet.'));
    await clock.advance(LONG_MS);
    view.mode = 'strategy';
    session.refresh();
    expect(shownTexts(surface)).toEqual(['A bet.']);
    view.mode = 'none';
    session.refresh();
    expect(surface.shown).toEqual([]);
  });

  test('takes all marks away when it ends', async () => {
    const { clock, surface, stop } = setUp(paragraphs('We ship it.'));
    await clock.advance(LONG_MS);
    stop.abort();
    expect(surface.shown).toEqual([]);
  });

  test('tells the marker nothing when nothing changed', async () => {
    const { clock, surface } = setUp(paragraphs('We ship it.'));
    await clock.advance(LONG_MS);
    const { shows } = surface;
    surface.edit(paragraphs('We ship it.'), { typing: false });
    await clock.advance(LONG_MS);
    expect(surface.shows).toBe(shows);
  });

  test('goes round the marked passages with next and previous', async () => {
    const { clock, surface, session } = setUp(paragraphs('We ship it.', 'Hello.', 'Lunch.', 'A bet.'));
    await clock.advance(LONG_MS);
    await session.step('next');
    await session.step('previous');
    expect(surface.revealed).toEqual(['b0', 'b3']);
  });

  test('says that a passage is gone instead of jumping somewhere else', async () => {
    const { clock, session } = setUp(paragraphs('We ship it.'));
    await clock.advance(LONG_MS);
    expect(await session.reveal('nowhere')).toBe('gone');
    const asked = session.explain('nowhere');
    await clock.advance(LONG_MS);
    expect(await asked).toMatchObject({ ok: false, code: 'gone' });
  });
});

describe('tier 2', () => {
  test('refines verdicts by the answers of the background', async () => {
    const { clock, session } = setUp(paragraphs('A refined thing to ship.'));
    await clock.advance(LONG_MS);
    expect(session.passage('b0')?.label).toBe('strategy');
  });

  test('asks nothing again for text that did not change', async () => {
    const { clock, surface, batches } = setUp(paragraphs('A refined thing.', 'Lunch.'));
    await clock.advance(LONG_MS);
    surface.edit(paragraphs('A refined thing.', 'Lunch at noon.'));
    await clock.advance(LONG_MS);
    expect(batches.length).toBe(1);
  });

  test('drops an answer that comes after the text changed', async () => {
    const late: (() => void)[] = [];
    const { clock, surface, session } = setUp(paragraphs('A refined thing.'), {
      readGrammar: (sentences) => new Promise((resolve) => late.push(() => resolve(answerAll(sentences)))),
    });
    await clock.advance(LONG_MS);
    surface.edit(paragraphs('We ship it.'));
    await clock.advance(LONG_MS);
    for (const arrive of late) arrive();
    await clock.advance(LONG_MS);
    expect(session.passage('b0')?.label).toBe('execution');
    expect(session.state().settled).toBe(true);
  });

  test('settles with tier 1 alone when tier 2 cannot be loaded', async () => {
    const { clock, session } = setUp(paragraphs('A refined thing to ship.'), {
      readGrammar: async () => {
        throw new Error('No chunk.');
      },
    });
    await clock.advance(LONG_MS);
    expect(session.passage('b0')?.label).toBe('execution');
    expect(session.state().settled).toBe(true);
    expect(session.grammarAvailable()).toBe(false);
  });

  test('ignores answers to questions that it did not ask', async () => {
    const { clock, session } = setUp(paragraphs('A refined thing to ship.'), {
      readGrammar: async () => new Map([['another', HIT]]),
    });
    await clock.advance(LONG_MS);
    expect(session.passage('b0')?.label).toBe('execution');
  });
});

describe("the writer's corrections", () => {
  const correction = (document: string) => ({
    kind: 'passage' as const,
    document,
    quote: hashText('Lunch is at noon.'),
    before: hashText('Another before.'),
    after: '',
    label: 'organisation' as const,
    was: 'none' as const,
    at: 1,
  });

  test('hold in their own document also after a neighbour changed', async () => {
    const { clock, session, view, background, surface } = setUp(paragraphs('We met.', 'Lunch is at noon.'));
    await clock.advance(LONG_MS);
    view.corrections = [correction(documentKey(surface.id))];
    background.documents().follow();
    await clock.advance(LONG_MS);
    expect(session.passage('b1')).toMatchObject({ label: 'organisation', by: 'writer' });
  });

  test('do not move to a look-alike in another document', async () => {
    const { clock, session, view, background } = setUp(paragraphs('We met.', 'Lunch is at noon.'));
    await clock.advance(LONG_MS);
    view.corrections = [correction(documentKey('elsewhere'))];
    background.documents().follow();
    await clock.advance(LONG_MS);
    expect(session.passage('b1')?.by).toBe('model');
  });

  test('hold in a copy of the document, where both neighbours are the same', async () => {
    const { clock, session, view, background } = setUp(paragraphs('Another before.', 'Lunch is at noon.'));
    await clock.advance(LONG_MS);
    view.corrections = [correction(documentKey('elsewhere'))];
    background.documents().follow();
    await clock.advance(LONG_MS);
    expect(session.passage('b1')?.by).toBe('writer');
  });
});

const SENTENCES = ['We ship it.', 'A bet on growth.', 'We hire two.', 'Lunch is at noon.', 'A refined thing.', ''];
const text = fc.array(fc.constantFrom(...SENTENCES), { maxLength: 3 }).map((parts) => parts.join(' '));

/** One random change of a document: words put in, cut out, a block added, removed or moved. */
const change = fc.record({
  what: fc.constantFrom('insert', 'cut', 'add', 'remove', 'move', 'wait'),
  block: fc.nat(7),
  at: fc.nat(40),
  length: fc.nat(12),
  text,
  typing: fc.boolean(),
  tellTouched: fc.boolean(),
  pause: fc.constantFrom(0, 50, 900),
});

test('after any edits labels and marks are those of a session that begins with the final text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 6 }), fc.array(change, { maxLength: 12 }), async (texts, changes) => {
      let next = texts.length;
      let blocks = paragraphs(...texts);
      const live = setUp(blocks, { perStep: 2 });
      for (const step of changes) {
        const index = blocks.length === 0 ? 0 : step.block % blocks.length;
        const block = blocks[index];
        blocks = [...blocks];
        if (step.what === 'add') {
          blocks.splice(index, 0, { id: `n${next++}`, kind: 'paragraph', level: 0, text: step.text });
        } else if (step.what !== 'wait' && block !== undefined) {
          blocks.splice(index, 1);
          const at = Math.min(step.at, block.text.length);
          if (step.what === 'insert') {
            blocks.splice(index, 0, { ...block, text: block.text.slice(0, at) + step.text + block.text.slice(at) });
          }
          if (step.what === 'cut') {
            blocks.splice(index, 0, { ...block, text: block.text.slice(0, at) + block.text.slice(at + step.length) });
          }
          if (step.what === 'move') blocks.push(block);
        }
        live.surface.edit(blocks, step);
        for (const mark of live.surface.shown) {
          const shownIn = blocks.find(({ id }) => id === mark.blockId)?.text.slice(mark.start, mark.end);
          expect(shownIn).toBe(mark.text);
        }
        await live.clock.advance(step.pause);
      }
      await live.clock.advance(LONG_MS);
      const fresh = setUp(blocks);
      await fresh.clock.advance(LONG_MS);
      expect(live.session.report()?.passages).toEqual(fresh.session.report()?.passages);
      expect(live.surface.shown).toEqual(fresh.surface.shown);
    }),
    { numRuns: 150 },
  );
});
