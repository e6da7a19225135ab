import { sentence } from '../../simulators/notion/content/generated.ts';
import type { BlockType } from '../../simulators/notion/model.ts';
import { createRandom, type Random } from '../../simulators/notion/random.ts';
import { CHECK_EVENT } from './check-event.ts';

const TYPES: readonly BlockType[] = [
  'text',
  'bulleted_list',
  'numbered_list',
  'to_do',
  'quote',
  'callout',
  'header',
  'sub_header',
];
const MOST_BLOCKS = 160;
const FEWEST_BLOCKS = 60;

/** Random edits of every kind, driven inside the page; installed as `proofEdits`. */
export interface ProofEdits {
  /** Runs a number of edits, one a frame, each followed by a comparison. */
  run(count: number): Promise<void>;
  /** A comparison and a frame, for an edit that was typed from outside. */
  checkTyped(): Promise<void>;
  /** Puts the caret into a random line; for keys pressed from outside. */
  place(): void;
}

declare global {
  interface Window {
    proofEdits: ProofEdits;
    proofSeed: number;
  }
}

function createEdits(random: Random): ProofEdits {
  const sim = window.__sim;
  let step = 0;
  const prose = () => sim.truth().filter((line) => line.kind !== 'title' && line.kind !== 'table-cell');
  const line = () => random.pick(prose());
  const words = () => `${sentence(random)} `.slice(0, random.int(1, 40));

  const edits: readonly (() => void)[] = [
    () => sim.setText(line().id, random.next() < 0.1 ? '' : sentence(random)),
    () => {
      const { id, text } = line();
      sim.remote.type(id, random.int(0, text.length), words());
    },
    () => {
      const { id, leaf, text } = line();
      const start = random.int(0, text.length);
      const marks = random.pick([
        { bold: true },
        { code: true },
        { link: '#x' },
        { comment: 'c' },
        { suggestion: 'deleted' as const },
      ]);
      if (text.length > 0) sim.format(id, leaf, start, Math.min(text.length, start + random.int(1, 20)), marks);
    },
    () => {
      const { id, text } = line();
      if (prose().length < MOST_BLOCKS) sim.split(id, random.int(0, text.length));
    },
    () => sim.merge(line().id),
    () => {
      if (prose().length < MOST_BLOCKS) sim.insert(line().id, random.pick(TYPES), sentence(random));
    },
    () => {
      if (prose().length > FEWEST_BLOCKS) sim.remove(line().id);
    },
    () => {
      const [moved, after] = [line().id, line().id];
      if (moved !== after && isApart(moved, after)) sim.move(moved, after);
    },
    () => sim.nest(line().id),
    () => sim.convert(line().id, random.pick(TYPES)),
    () => sim.setChecked(line().id, random.next() < 0.5),
    () => sim.redraw(line().id),
    () => sim.undo(),
    () => sim.undo(),
    () => sim.redo(),
    () => sim.insertMention(line().id, '@Priya Raman'),
    () => sim.remote.act(),
    () => sim.remote.edit(line().id, sentence(random)),
    () => sim.scrollTo(random.int(0, 3000)),
    compose,
  ];

  /** Whether a block may be moved after another: not into itself. */
  function isApart(moved: string, after: string): boolean {
    const element = document.querySelector(`.notion-page-content .notion-selectable[data-block-id="${moved}"]`);
    return element?.querySelector(`[data-block-id="${after}"]`) === null;
  }

  /** A composition in the middle of which a colleague's edit of the same line arrives; the composed text must be there after it. */
  function compose() {
    const { id, text } = line();
    sim.setCaret(id, 0, random.int(0, text.length));
    if (!sim.ime.start()) return;
    sim.ime.update('k');
    sim.ime.update('か');
    sim.remote.redraw(id);
    sim.remote.type(id, 0, 'x');
    sim.ime.update('かな');
    sim.ime.end();
    if (!sim.text(id).includes('かな')) throw new Error(`The composed text is gone: ${text} became ${sim.text(id)}`);
  }

  function check(settle: boolean) {
    const detail = JSON.stringify({ truth: sim.truth(), whole: sim.wholeTruth(), settle, step });
    window.dispatchEvent(new CustomEvent(CHECK_EVENT, { detail }));
  }

  return {
    async checkTyped() {
      check(true);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    place() {
      const { id, text } = line();
      sim.setCaret(id, 0, random.int(0, text.length));
    },
    async run(count) {
      for (let i = 0; i < count; i++) {
        step++;
        random.pick(edits)();
        await Promise.resolve();
        check(step % 2 === 0);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
  };
}

window.proofEdits = createEdits(createRandom(window.proofSeed));
