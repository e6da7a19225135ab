import type { Chain } from '../chains.ts';
import { COLUMNS } from '../raw.ts';
import { INDENT_PX } from '../visual-order.ts';

type Edges = readonly [left: number, right: number];

/** Where the columns of tables were seen on the screen so far, by what was placed in them. */
export class TableColumns {
  readonly #edges = new Map<number, Edges>();

  /** A chain was placed in a column; -1 is none. */
  notice(column: number, { left, right, dx }: Chain): void {
    if (column < 0) return;
    const [seenLeft, seenRight] = this.#edges.get(column) ?? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    this.#edges.set(column, [Math.min(seenLeft, left + dx), Math.max(seenRight, right + dx)]);
  }

  forget(): void {
    this.#edges.clear();
  }

  /** Whether a chain begins where lines of a column begin. */
  begins({ left, dx }: Chain, column: number): boolean {
    const [edge] = this.#edges.get(column) ?? [Number.NaN];
    return Math.abs(left + dx - edge) < INDENT_PX;
  }

  /** Whether a chain can stand in a column: in its own, or in none that another column of the table is known to have. */
  admit({ left, right, dx }: Chain, column: number): boolean {
    if (column < 0) return true;
    const overlaps = ([from, to]: Edges) => left + dx < to && right + dx > from;
    const own = this.#edges.get(column);
    if (own !== undefined && overlaps(own)) return true;
    const table = Math.floor(column / COLUMNS);
    return ![...this.#edges].some(
      ([other, edges]) => other !== column && Math.floor(other / COLUMNS) === table && overlaps(edges),
    );
  }
}
