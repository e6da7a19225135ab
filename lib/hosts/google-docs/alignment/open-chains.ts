import type { Chain } from '../chains.ts';

/** Chains that are still looking for their place, found by the unit that they begin or end with. */
export class OpenChains {
  readonly #open: Set<Chain>;
  readonly #byFirst: ReadonlyMap<string, readonly Chain[]>;
  readonly #byLast: ReadonlyMap<string, readonly Chain[]>;

  constructor(chains: readonly Chain[]) {
    this.#open = new Set(chains);
    this.#byFirst = groupBy(chains, ({ text }) => text.charAt(0));
    this.#byLast = groupBy(chains, ({ text }) => text.charAt(text.length - 1));
  }

  open(chain: Chain): void {
    this.#open.add(chain);
  }

  close(chain: Chain): void {
    this.#open.delete(chain);
  }

  has(chain: Chain): boolean {
    return this.#open.has(chain);
  }

  /** Open chains that a text goes on with at an offset. */
  onwards(text: string, offset: number): Chain[] {
    return (this.#byFirst.get(text.charAt(offset)) ?? []).filter(
      (chain) => this.#open.has(chain) && text.startsWith(chain.text, offset),
    );
  }

  /** Open chains with which a text ends before an offset. */
  backwards(text: string, offset: number): Chain[] {
    return (this.#byLast.get(text.charAt(offset - 1)) ?? []).filter(
      (chain) => this.#open.has(chain) && text.endsWith(chain.text, offset),
    );
  }

  /** The longest open chain whose text no other has. */
  longest(eligible: (chain: Chain) => boolean): Chain | null {
    let best: Chain | null = null;
    const texts = new Map<string, number>();
    for (const { text } of this.#open) texts.set(text, (texts.get(text) ?? 0) + 1);
    for (const chain of this.#open) {
      if (texts.get(chain.text) !== 1 || !eligible(chain)) continue;
      if (best === null || chain.text.length > best.text.length) best = chain;
    }
    return best;
  }
}

function groupBy(chains: readonly Chain[], of: (chain: Chain) => string): Map<string, Chain[]> {
  const groups = new Map<string, Chain[]>();
  for (const chain of chains) {
    const group = groups.get(of(chain));
    if (group === undefined) groups.set(of(chain), [chain]);
    else group.push(chain);
  }
  return groups;
}
