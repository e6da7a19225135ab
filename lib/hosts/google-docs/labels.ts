import { type Strictness, squeeze, squeezeMap } from './squeeze.ts';

/** Class names of the page that are relied on, in one place. */
export const SELECTORS = {
  scroller: '.kix-appview-editor',
  tile: '.kix-canvas-tile-content:not(.kix-canvas-tile-selection)',
  label: 'rect[aria-label]',
  selection: '.kix-canvas-tile-selection',
  page: '.kix-page-paginated',
  cursor: '.kix-cursor',
  input: 'iframe.docs-texteventtarget-iframe',
  title: '.docs-title-input',
  outlineItem: '.navigation-item',
} as const;

const MATRIX =
  /^matrix\(\s*([^,\s]+)[,\s]+([^,\s]+)[,\s]+([^,\s]+)[,\s]+([^,\s]+)[,\s]+([^,\s]+)[,\s]+([^,\s)]+)\s*\)$/;
const FONT = /(?:^|\s)(\d+)\s+([\d.]+)px/;
/** Computed and measured boxes may differ by this much, in px, before boxes are measured one by one. */
const TRUST_PX = 0.75;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const LETTER = /\p{L}/u;

/** One label of the annotation layer: a run of text as drawn. Boxes are px in the tile's own coordinates. */
export interface Run {
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** CSS font at 100 % zoom. */
  readonly font: string;
  /** Font size in px at 100 %, 0 where unknown. */
  readonly size: number;
  readonly squeezed: string;
  readonly rtl: boolean;
  /** Letters of both directions. */
  readonly mixed: boolean;
  /** Whether the box was measured as a whole and not computed from attributes. */
  readonly measured: boolean;
}

/** Reads label rects; what was read is kept until the page changes the element. */
export class LabelReader {
  #runs = new WeakMap<Element, Run>();
  readonly #strictness: () => Strictness;
  readonly #matrices = new Map<string, readonly number[] | null>();

  constructor(strictness: () => Strictness) {
    this.#strictness = strictness;
  }

  forget(element: Element): void {
    this.#runs.delete(element);
  }

  forgetAll(): void {
    this.#runs = new WeakMap();
  }

  /** All runs of a tile's wrapper, in DOM order. `origin` is the client box of the wrapper's drawing. */
  read(tile: Element, origin: DOMRect): Run[] {
    const rects = [...tile.querySelectorAll(SELECTORS.label)].filter((rect) => rect.closest('clipPath') === null);
    const computable = this.#isComputable(rects, origin);
    const runs: Run[] = [];
    for (const rect of rects) {
      let run = this.#runs.get(rect);
      if (run === undefined || run.measured === computable) {
        run = this.#read(rect, origin, computable);
        this.#runs.set(rect, run);
      }
      if (run.squeezed !== '') runs.push(run);
    }
    return runs;
  }

  /** Whether attributes give the place: checked against the browser's own boxes of the first, middle and last rect. */
  #isComputable(rects: readonly Element[], origin: DOMRect): boolean {
    return [0, rects.length >> 1, rects.length - 1].every((at) => {
      const rect = rects[at];
      if (rect === undefined) return true;
      const box = this.#computed(rect);
      if (box === null) return false;
      const real = rect.getBoundingClientRect();
      const off = [
        box[0] + origin.left - real.left,
        box[1] + origin.top - real.top,
        box[2] + origin.left - real.right,
        box[3] + origin.top - real.bottom,
      ];
      return off.every((difference) => Math.abs(difference) <= TRUST_PX);
    });
  }

  #computed(rect: Element): readonly [number, number, number, number] | null {
    const matrix = this.#matrix(rect.getAttribute('transform') ?? '');
    if (matrix === null) return null;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    if (b !== 0 || c !== 0) return null;
    const x = Number(rect.getAttribute('x'));
    const y = Number(rect.getAttribute('y'));
    const width = Number(rect.getAttribute('width'));
    const height = Number(rect.getAttribute('height'));
    return [x * a + e, y * d + f, (x + width) * a + e, (y + height) * d + f];
  }

  #matrix(transform: string): readonly number[] | null {
    if (transform === '') return [];
    let found = this.#matrices.get(transform);
    if (found === undefined) {
      const numbers = MATRIX.exec(transform)?.slice(1).map(Number);
      found = numbers?.every(Number.isFinite) === true ? numbers : null;
      if (this.#matrices.size > 4000) this.#matrices.clear();
      this.#matrices.set(transform, found);
    }
    return found;
  }

  #read(rect: Element, origin: DOMRect, computable: boolean): Run {
    const label = rect.getAttribute('aria-label') ?? '';
    const font = rect.getAttribute('data-font-css') ?? '';
    const computed = computable ? this.#computed(rect) : null;
    const client = computed === null ? rect.getBoundingClientRect() : null;
    const [left, top, right, bottom] = computed ?? [
      (client?.left ?? 0) - origin.left,
      (client?.top ?? 0) - origin.top,
      (client?.right ?? 0) - origin.left,
      (client?.bottom ?? 0) - origin.top,
    ];
    const rtl = RTL.test(label);
    const mixed = rtl && [...label].some((character) => LETTER.test(character) && !RTL.test(character));
    const squeezed = squeeze(label, this.#strictness());
    const size = Number(FONT.exec(font)?.[2] ?? 0);
    return { label, left, top, right, bottom, font, size, squeezed, rtl, mixed, measured: client !== null };
  }
}

const context = (() => {
  let made: CanvasRenderingContext2D | null | undefined;
  return () => {
    made ??= document.createElement('canvas').getContext('2d');
    return made;
  };
})();
const widths = new Map<string, number>();
const WIDTHS_KEPT = 5000;

/** Width of a text in a CSS font, in px at 100 %. Widths are kept, because privacy tools make measuring dear. */
function widthOf(font: string, text: string): number {
  const key = `${font}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    const canvas = context();
    if (canvas === null) return 0;
    canvas.font = font;
    width = canvas.measureText(text).width;
    if (widths.size >= WIDTHS_KEPT) widths.clear();
    widths.set(key, width);
  }
  return width;
}

/**
 * The horizontal extent of a part of a run, in the tile's coordinates. Fractions of the measured width are used, so that zoom
 * and missing fonts do not matter. `from` and `to` count in the squeezed label.
 * @returns null where part of a run of mixed direction is asked for.
 */
export function extentOf(run: Run, from: number, to: number, strictness: Strictness): readonly [number, number] | null {
  const opens = from <= 0;
  const closes = to >= run.squeezed.length;
  // Spaces at the ends of a label are not part of the range; inside a line they are covered by its bar.
  if (opens && closes && run.label.trim() === run.label) return [run.left, run.right];
  if (run.mixed) return opens && closes ? [run.left, run.right] : null;
  const map = opens && closes ? null : squeezeMap(run.label, strictness);
  const start = opens ? run.label.length - run.label.trimStart().length : (map?.[from] ?? 0);
  const end = run.label.slice(0, closes ? run.label.length : map?.[to]).trimEnd().length;
  const whole = widthOf(run.font, run.label);
  const before = start === 0 ? 0 : widthOf(run.font, run.label.slice(0, start));
  const until = end === run.label.length ? whole : widthOf(run.font, run.label.slice(0, end));
  const scale = whole > 0 ? (run.right - run.left) / whole : 0;
  if (run.rtl) return [run.right - until * scale, run.right - before * scale];
  return [run.left + before * scale, run.left + until * scale];
}
