import type { Session } from '../../lib/page/session.ts';
import type { ManualClock } from './docs-session.ts';

const SENTENCES = [
  'We chose the smaller clinics because the rival cannot follow us there. ',
  'The beta starts in June behind a flag, and support is told the week before. ',
  'Two managers are hired in spring, and each team keeps its own list of bets. ',
  'If fewer than a third move their own appointments by winter, we stop.\n',
];
/** Sentences that are left standing; what was typed before them is deleted again, as writers do. */
const KEPT = 24;

/** Types keys into the middle of the document, one repaint a key and a pause after each sentence, in no time. */
export class TypingRun {
  readonly #session: Session;
  readonly #clock: ManualClock;
  readonly #lengths: number[] = [];
  #keys = 0;
  #sentence = 0;
  #offset = 0;
  #start = 0;

  constructor(session: Session, clock: ManualClock) {
    this.#session = session;
    this.#clock = clock;
    const paragraphs = window.__docs.paragraphs();
    const middle = paragraphs.findIndex(({ cell }, at) => at > paragraphs.length / 2 && !cell);
    this.#start = window.__docs.raw(paragraphs[middle]?.id ?? 0, 0);
    window.__docs.select(this.#start);
  }

  /** Types a number of keys. @returns how many passages the document has then. */
  async type(keys: number): Promise<number> {
    for (let nth = 0; nth < keys; nth++) await this.#key();
    await this.#clock.settle();
    return this.#session.report()?.passages.length ?? 0;
  }

  async #key(): Promise<void> {
    const sentence = SENTENCES[this.#sentence % SENTENCES.length] ?? '';
    window.__docs.type(sentence.charAt(this.#offset++));
    window.__docs.repaint();
    if (this.#keys++ % 5 === 0) window.__driver.poll();
    await Promise.resolve();
    if (this.#offset < sentence.length) return;
    this.#offset = 0;
    this.#sentence++;
    this.#lengths.push(sentence.length);
    const oldest = this.#lengths.length > KEPT ? this.#lengths.shift() : undefined;
    if (oldest !== undefined) window.__docs.remote(this.#start, this.#start + oldest, '');
    window.__docs.repaint();
    await this.#clock.settle();
  }
}
