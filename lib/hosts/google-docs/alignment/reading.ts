import type { SqueezedTexts } from '../squeezed-texts.ts';
import { indexAt, type Paragraph } from '../text.ts';

/** A place in the text by the index of its paragraph and an offset in its squeezed text. */
export interface Spot {
  /** Index of the paragraph. */
  readonly index: number;
  readonly offset: number;
}

/** The squeezed text as it is read: paragraph after paragraph, those without any text skipped. */
export class Reading {
  readonly #paragraphs: readonly Paragraph[];
  readonly #squeezed: SqueezedTexts;

  constructor(paragraphs: readonly Paragraph[], squeezed: SqueezedTexts) {
    this.#paragraphs = paragraphs;
    this.#squeezed = squeezed;
  }

  paragraph(index: number): Paragraph | undefined {
    return this.#paragraphs[index];
  }

  /** Squeezed text of a paragraph; empty where there is none. */
  text(index: number): string {
    const paragraph = this.#paragraphs[index];
    return paragraph === undefined ? '' : this.#squeezed.of(paragraph);
  }

  /** Index of a paragraph; null where it is not, or no longer, part of the document. */
  indexOf(paragraph: Paragraph | undefined): number | null {
    if (paragraph === undefined) return null;
    const index = indexAt(this.#paragraphs, paragraph.start);
    return this.#paragraphs[index] === paragraph ? index : null;
  }

  /** Where the text goes on from an offset: the start of the next paragraph with text where this one has ended. */
  onwards(index: number, offset: number): Spot | null {
    if (offset < this.text(index).length) return { index, offset };
    for (let next = index + 1; next < this.#paragraphs.length; next++)
      if (this.text(next) !== '') return { index: next, offset: 0 };
    return null;
  }

  /** Where the text before an offset ends. */
  backwards(index: number, offset: number): Spot | null {
    if (offset > 0) return { index, offset };
    for (let before = index - 1; before >= 0; before--) {
      const { length } = this.text(before);
      if (length > 0) return { index: before, offset: length };
    }
    return null;
  }

  /** Index of the first paragraph of the table cell that a paragraph belongs to; its own index outside tables. */
  cellStart(index: number): number {
    const column = this.#paragraphs[index]?.column ?? -1;
    let first = index;
    while (column >= 0 && this.#paragraphs[first - 1]?.column === column) first--;
    return first;
  }
}
