import { type Strictness, squeeze, squeezeMap } from './squeeze.ts';
import type { Paragraph } from './text.ts';

interface Entry {
  readonly source: string;
  readonly squeezed: string;
  map: Uint32Array | null;
}

/** Squeezed texts of paragraphs, made when needed and kept until the text changes. */
export class SqueezedTexts {
  readonly #texts = new WeakMap<Paragraph, Entry>();
  readonly strictness: Strictness;

  constructor(strictness: Strictness) {
    this.strictness = strictness;
  }

  of(paragraph: Paragraph): string {
    return this.#entry(paragraph).squeezed;
  }

  /** The index map of a paragraph's squeezed text. */
  mapOf(paragraph: Paragraph): Uint32Array {
    const entry = this.#entry(paragraph);
    entry.map ??= squeezeMap(paragraph.text, this.strictness);
    return entry.map;
  }

  /** Texts of a paragraph before and after its last change, as far as the one before was ever asked for. */
  renew(paragraph: Paragraph): { readonly before: string | null; readonly after: string } {
    const before = this.#texts.get(paragraph)?.squeezed ?? null;
    return { before, after: this.of(paragraph) };
  }

  #entry(paragraph: Paragraph): Entry {
    let entry = this.#texts.get(paragraph);
    if (entry === undefined || entry.source !== paragraph.text) {
      entry = { source: paragraph.text, squeezed: squeeze(paragraph.text, this.strictness), map: null };
      this.#texts.set(paragraph, entry);
    }
    return entry;
  }
}
