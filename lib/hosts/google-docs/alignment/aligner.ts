import { type Chain, makeChain } from '../chains.ts';
import type { SqueezedTexts } from '../squeezed-texts.ts';
import type { Paragraph } from '../text.ts';
import { Pass, SEED_LENGTH } from './pass.ts';
import type { Spot } from './reading.ts';

/** A text that the screen shows before it can be read comes within this many changes. */
const TRIES = 8;
/** How many chains are looked for in the whole text at one alignment. */
const SEEDS_TRIED = 12;
/** So many texts that were not found are remembered. */
const ABSENT_KEPT = 500;

/**
 * Finds where chains of labels stand in the text. A chain counts as placed when text next to it is placed next to it: by
 * keeping a place it had, by following or preceding a placed chain both in the text and on the screen, or, for the first
 * ones, by standing exactly once in the text and finding a neighbour.
 */
export class Aligner {
  readonly #squeezed: SqueezedTexts;
  /** Texts that were looked for and not found; most are headers, footers and page numbers. */
  readonly #absent = new Set<string>();

  constructor(squeezed: SqueezedTexts) {
    this.#squeezed = squeezed;
  }

  /** Texts of these paragraphs changed: what was absent may be there now. */
  changed(paragraphs: readonly Paragraph[]): void {
    if (this.#absent.size === 0) return;
    for (const text of this.#absent) {
      if (paragraphs.some((paragraph) => this.#squeezed.of(paragraph).includes(text))) this.#absent.delete(text);
    }
  }

  /**
   * Places chains. Chains that come with a place keep it if their text still stands there; where it does not, the screen is
   * older than the text, and they get no other place until the screen is read again.
   * @returns the chains, in which some may have been cut into their runs.
   */
  align(chains: readonly Chain[], paragraphs: readonly Paragraph[]): Chain[] {
    const pass = new Pass(paragraphs, this.#squeezed, chains);
    pass.keepPlaces();
    const isOpen = ({ place, lost, tries }: Chain) => place === null && lost === null && tries < TRIES;
    this.#place(pass, chains.filter(isOpen), paragraphs);
    // Chains that stand nowhere in the text as a whole are cut into their runs; then also those that stand elsewhere only.
    const cuts = new Map<Chain, readonly Chain[]>();
    for (const absentOnly of [true, false]) {
      const whole = chains.filter((chain) => !cuts.has(chain) && isOpen(chain));
      const rest = whole.filter(
        ({ text, runs }) => runs.length > 1 && !(absentOnly && !this.#isAbsent(text, paragraphs)),
      );
      if (rest.length === 0) continue;
      const pieces = new Map(rest.map((chain) => [chain, cut(chain)]));
      pass.cut(pieces);
      for (const [chain, parts] of pieces) cuts.set(chain, parts);
      const open = [...cuts.values()].flat().filter(isOpen);
      this.#place(pass, [...open, ...whole.filter((chain) => !cuts.has(chain))], paragraphs);
    }
    pass.dropScraps();
    for (const chain of [...chains, ...[...cuts.values()].flat()]) chain.tries++;
    // A chain none of whose runs was placed stays whole, so that it can be placed next time.
    return chains.flatMap((chain) => {
      const parts = cuts.get(chain) ?? [];
      return parts.some(({ place }) => place !== null) ? parts : chain;
    });
  }

  /** Whether a text stands nowhere in the document. */
  #isAbsent(text: string, paragraphs: readonly Paragraph[]): boolean {
    if (this.#absent.has(text)) return true;
    const isAbsent = !paragraphs.some((paragraph) => this.#squeezed.of(paragraph).includes(text));
    if (isAbsent) this.#missed(text);
    return isAbsent;
  }

  #missed(text: string): void {
    if (this.#absent.size >= ABSENT_KEPT) this.#absent.clear();
    this.#absent.add(text);
  }

  /** Places what can be mistaken for nothing else first; only then what has to be told from its like by distance. */
  #place(pass: Pass, chains: readonly Chain[], paragraphs: readonly Paragraph[]): void {
    pass.offer(chains);
    pass.spreadAll();
    this.#seed(pass, paragraphs);
    pass.choosy = false;
    pass.spreadAll();
    this.#seed(pass, paragraphs);
    pass.bridgeGaps();
    pass.choosy = true;
  }

  /** Looks for long chains in the whole text until everything is placed or the tries are used up. */
  #seed(pass: Pass, paragraphs: readonly Paragraph[]): void {
    const tried = new Set<Chain>();
    for (let tries = 0; tries < SEEDS_TRIED; tries++) {
      const seed = pass.longestOpen(
        (chain) => chain.text.length >= SEED_LENGTH && !tried.has(chain) && !this.#absent.has(chain.text),
      );
      if (seed === null) return;
      tried.add(seed);
      const spot = this.#onlySpot(seed.text, paragraphs);
      if (spot === 'absent') this.#missed(seed.text);
      else if (spot !== 'several') pass.plant(seed, spot);
    }
  }

  #onlySpot(text: string, paragraphs: readonly Paragraph[]): Spot | 'absent' | 'several' {
    let found: Spot | null = null;
    for (let index = 0; index < paragraphs.length; index++) {
      const paragraph = paragraphs[index];
      if (paragraph === undefined || paragraph.text.length < text.length) continue;
      const squeezed = this.#squeezed.of(paragraph);
      const offset = squeezed.indexOf(text);
      if (offset < 0) continue;
      if (found !== null || squeezed.includes(text, offset + 1)) return 'several';
      found = { index, offset };
    }
    return found ?? 'absent';
  }
}

function cut(chain: Chain): Chain[] {
  return chain.runs.map((run, at) => {
    const { dx, dy, atEdge } = chain;
    return { ...makeChain([run], chain.tile, at === 0 && chain.marker), dx, dy, atEdge, whole: chain };
  });
}
