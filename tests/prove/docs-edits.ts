import type { Session } from '../../lib/page/session.ts';
import type { ParagraphFacts } from '../simulators/google-docs/controls.ts';
import { pick, randomFrom } from '../simulators/google-docs/random.ts';
import type { Box } from '../simulators/google-docs/truth.ts';
import { agreement, area, astray } from './docs-measure.ts';
import { pairs, type Stretch, show, stretchesOf } from './docs-placement.ts';
import { freshLabels, type ManualClock } from './docs-session.ts';

/** What a run of edits found. */
export interface EditResult {
  count: number;
  /** Edits after which text, labels or marks were not those of a fresh read. */
  mismatches: number;
  /** States that could have been painted with a mark where its text is not. */
  wrongFrames: number;
  /** States with a mark missing from a passage that was not edited. */
  missingFramesElsewhere: number;
  /** Most states in a row in which an edited passage had lost all its marks, its own sentence excepted. */
  missingFramesEdited: number;
  /** Passages, summed over all edits, that were not marked because equal short texts could not be told apart, fresh or not. */
  refused: number;
  /** What was found, for people. */
  findings: string[];
}

const WRONG_SHARE = 0.3;
const PAINTED_SHARE = 0.7;
const FINDINGS_KEPT = 20;
/** A fresh classifier reads the document after every so many edits. */
const FRESH_EVERY = 25;
const WORDS = [
  'launch',
  'segment',
  'we chose',
  'hire',
  'because',
  'backlog',
  'vision',
  'coach',
  'metric',
  'rival',
  'beta',
  'trade-off',
];

type Random = () => number;

/** A place in the text: a paragraph and a raw offset in it. */
function somewhere(random: Random): { paragraph: ParagraphFacts; raw: number; offset: number } {
  const paragraphs = window.__docs.paragraphs();
  const paragraph = pick(paragraphs, random);
  const offset = Math.floor(random() * (paragraph.text.length + 1));
  return { paragraph, offset, raw: window.__docs.raw(paragraph.id, offset) };
}

/** Paragraphs on the screen are edited more often than others. */
function nearby(random: Random): { paragraph: ParagraphFacts; raw: number; offset: number } {
  for (let tries = 0; tries < 20; tries++) {
    const place = somewhere(random);
    if (window.__docs.isPainted(place.paragraph.id)) return place;
  }
  return somewhere(random);
}

/** One random edit. @returns its name. */
function edit(random: Random): string {
  const docs = window.__docs;
  const { paragraph, raw, offset } = random() < 0.75 ? nearby(random) : somewhere(random);
  const rest = paragraph.text.length - offset;
  const long = docs.text().length > 9000;
  const kind = Math.floor(random() * 12);
  const word = pick(WORDS, random);
  if (kind <= 2) {
    docs.select(raw);
    docs.type(random() < 0.5 ? pick([...'abc ,.'], random) : `${word} `);
    return 'type';
  }
  if (kind <= 4 || long) {
    const length = Math.min(rest, Math.floor(random() * (long ? 200 : 30)));
    docs.select(raw, raw + length);
    if (length === 0) docs.backspace();
    else docs.type('');
    return 'delete';
  }
  if (kind === 5) {
    docs.select(raw);
    docs.type(random() < 0.3 ? '\u000b' : '\n');
    return 'break';
  }
  if (kind === 6) {
    docs.select(raw);
    docs.paste(
      pick(
        [`${word} of \u00a0the year`, `First ${word}.\nSecond ${word}, pasted.\nThird`, `\u{1f680} ${word}`],
        random,
      ),
    );
    return 'paste';
  }
  if (kind === 7) {
    docs.undo();
    return 'undo';
  }
  if (kind === 8 && random() < 0.4) {
    docs.replaceAll(
      pick(['clinic', 'the', 'We', 'practice'], random),
      pick(['practice', 'the', 'We', 'clinic'], random),
    );
    return 'replace all';
  }
  if (kind === 9) {
    docs.remote(raw, raw + Math.min(rest, Math.floor(random() * 12)), random() < 0.5 ? '' : `${word} `);
    return 'remote';
  }
  if (kind === 10) {
    docs.remote(raw, raw, random() < 0.4 ? `${word}.\n` : word);
    return 'remote insert';
  }
  docs.select(raw);
  docs.backspace();
  return 'backspace';
}

/** Runs edits one after another and looks at every state that could be painted. */
export class EditRun {
  readonly result: EditResult = {
    count: 0,
    mismatches: 0,
    wrongFrames: 0,
    missingFramesElsewhere: 0,
    missingFramesEdited: 0,
    refused: 0,
    findings: [],
  };
  readonly #random: Random;
  readonly #session: Session;
  readonly #clock: ManualClock;
  #revision = -1;
  /** Keys of the stretches that the blocks are, by block. */
  #stretchOf = new Map<string, string>();
  /** Stretches as they are on the screen, by key. */
  #shown = new Map<string, Stretch>();
  /** Passages that had marks on the screen before the edit. */
  #marked = new Set<string>();

  constructor(seed: number, session: Session, clock: ManualClock) {
    this.#random = randomFrom(seed);
    this.#session = session;
    this.#clock = clock;
  }

  async run(count: number): Promise<EditResult> {
    await this.#clock.settle();
    for (let nth = 0; nth < count; nth++) await this.#one();
    return this.result;
  }

  async #one(): Promise<void> {
    const { result } = this;
    const random = this.#random;
    result.count++;
    if (random() < 0.03) await this.#scroll(random);
    if (random() < 0.004) {
      window.__docs.zoom(pick([50, 75, 100, 125, 150], random));
      await microtasks();
    }
    this.#map();
    this.#marked = new Set(this.#visible().filter((id) => this.#painted(id).length > 0));
    const textsBefore = this.#texts();
    const kind = edit(random);
    const missing = new Map<string, number>();
    const look = (state: string) => this.#look(`${kind}, ${state}`, textsBefore, missing);
    await microtasks();
    look('before paint');
    if (random() < 0.5) {
      // A poll comes between the change and the repaint: the text is ahead of the screen.
      window.__driver.poll();
      await microtasks();
      look('text ahead');
    }
    window.__docs.repaint();
    await microtasks();
    window.__driver.poll();
    await microtasks();
    look('painted');
    await this.#clock.settle();
    await microtasks();
    this.#compare(kind);
    for (const frames of missing.values()) result.missingFramesEdited = Math.max(result.missingFramesEdited, frames);
  }

  async #scroll(random: Random): Promise<void> {
    window.__docs.scrollTo(random() * 3000);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    await microtasks();
  }

  #map(): void {
    const shown = window.__docs.paintedParagraphs().flatMap(stretchesOf);
    this.#shown = new Map(shown.map((stretch) => [keyOf(stretch), stretch]));
    const revision = this.#session.surface.snapshot().revision;
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#stretchOf = new Map(pairs().map(({ id, stretch }) => [id, keyOf(stretch)]));
  }

  #texts(): Map<string, string> {
    return new Map(this.#session.surface.snapshot().blocks.map(({ id, text }) => [id, text]));
  }

  #painted(id: string): Box[] {
    return this.#session.surface.marker
      .rectsOf(id)
      .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  }

  #truth(id: string): Box[] {
    const shown = this.#shown.get(this.#stretchOf.get(id) ?? '');
    return shown === undefined ? [] : boxesOf(shown);
  }

  /** Boxes of all stretches on the screen with one of these texts: equal ones have no identity there. */
  #boxesOfText(...texts: readonly (string | undefined)[]): Box[] {
    return [...this.#shown.values()].flatMap((shown) => (texts.includes(shown.text) ? boxesOf(shown) : []));
  }

  #visible(): string[] {
    const clip = window.__docs.clip();
    return [...this.#stretchOf.keys()].filter((id) =>
      this.#truth(id).some((box) => box.bottom > clip.top + 2 && box.top < clip.bottom - 2),
    );
  }

  /** Looks at a state that could be painted: nothing wrong, nothing missing but from what was edited. */
  #look(state: string, textsBefore: ReadonlyMap<string, string>, missing: Map<string, number>): void {
    this.#map();
    const texts = this.#texts();
    const visible = new Set(this.#visible());
    let wrong = false;
    let lost = false;
    for (const id of this.#stretchOf.keys()) {
      const painted = this.#painted(id);
      const edited = textsBefore.get(id) !== texts.get(id);
      const isWrong =
        painted.length > 0 &&
        astray(painted, this.#truth(id)) > WRONG_SHARE &&
        astray(painted, this.#boxesOfText(texts.get(id), textsBefore.get(id))) > WRONG_SHARE;
      if (isWrong) {
        wrong = true;
        this.#find(
          `${state}: wrong mark at "${texts.get(id)?.slice(0, 40)}", ${show(painted)} not ${show(this.#truth(id))}`,
        );
      }
      if (painted.length > 0 || !visible.has(id) || !this.#marked.has(id)) continue;
      if (edited) missing.set(id, (missing.get(id) ?? 0) + 1);
      else {
        lost = true;
        this.#find(`${state}: mark missing at "${texts.get(id)?.slice(0, 40)}"`);
      }
    }
    if (wrong) this.result.wrongFrames++;
    if (lost) this.result.missingFramesElsewhere++;
  }

  /** After the pause everything must be as if it were read for the first time. */
  #compare(kind: string): void {
    this.#map();
    const problems: string[] = [];
    const { surface } = this.#session;
    const { blocks } = surface.snapshot();
    const expected = window.__docs
      .paragraphs()
      .flatMap(stretchesOf)
      .map(({ text }) => text);
    if (blocks.length !== expected.length || blocks.some(({ text }, at) => text !== expected[at]))
      problems.push('text');
    if (this.result.count % FRESH_EVERY === 0) {
      const labels = freshLabels(surface);
      const known = blocks.flatMap(({ id }) => this.#session.passage(id)?.label ?? []);
      if (labels.length !== known.length || labels.some((label, at) => label !== known[at])) problems.push('labels');
    }
    const unmarked: string[] = [];
    for (const id of this.#visible()) {
      const label = this.#session.passage(id)?.label ?? 'none';
      const painted = this.#painted(id);
      const truth = this.#truth(id);
      const text = blocks.find((block) => block.id === id)?.text ?? '';
      if (label !== 'none' && painted.length === 0 && area(truth) > 0) unmarked.push(id);
      else if (label === 'none' ? painted.length > 0 : area(truth) > 0 && agreement(painted, truth) < PAINTED_SHARE) {
        problems.push(`marks of "${text.slice(0, 40)}", ${show(painted)} not ${show(truth)}`);
      }
    }
    if (unmarked.length > 0) {
      const marks = this.#session.marks();
      const fresh = window.__driver.freshlyMarked(marks);
      for (const id of unmarked) {
        if (fresh.has(blocks.findIndex((block) => block.id === id)))
          problems.push(`no marks of ${id}, though a fresh read places them`);
        else this.result.refused++;
      }
    }
    if (problems.length === 0) return;
    this.result.mismatches++;
    this.#find(`${kind}: not as read anew: ${problems.join(', ')}`);
  }

  #find(finding: string): void {
    if (this.result.findings.length < FINDINGS_KEPT) this.result.findings.push(`#${this.result.count} ${finding}`);
  }
}

function keyOf({ paragraph, nth }: Stretch): string {
  return `${paragraph}/${nth}`;
}

/** Boxes of a stretch on the screen, spaces at its ends left out. */
function boxesOf({ paragraph, start, text }: Stretch): Box[] {
  return window.__docs.boxes(paragraph, start + text.length - text.trimStart().length, start + text.trimEnd().length);
}

/** Lets observers and promises run, but no timer and no paint. */
async function microtasks(): Promise<void> {
  for (let nth = 0; nth < 4; nth++) await Promise.resolve();
}
