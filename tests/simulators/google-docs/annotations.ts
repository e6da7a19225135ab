import type { Layout, Noise, PlacedLine } from './layout.ts';
import { type Piece, raised } from './lines.ts';
import { measure } from './measure.ts';
import type { Paragraph } from './model.ts';
import type { SimulatorOptions } from './options.ts';
import { shuffled } from './random.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** One label rect before it is an element. Numbers are local units; the matrix scales and places them in the tile. */
interface Label {
  readonly text: string;
  readonly font: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly transform: string;
}

/** What a tile shows, in tile coordinates at 100 %. */
export interface TileContent {
  readonly layout: Layout;
  readonly lines: readonly PlacedLine[];
  readonly noise: readonly Noise[];
  /** Added to a line's `top` to get tile coordinates. */
  readonly offset: number;
}

/** Writes a tile's label rects: some nodes are reused, some replaced, groups stand in random order. */
export class AnnotationLayer {
  readonly svg: SVGSVGElement;
  readonly #groups = new Map<number, SVGGElement>();
  readonly #options: SimulatorOptions;
  readonly #random: () => number;

  constructor(svg: SVGSVGElement, options: SimulatorOptions, random: () => number) {
    this.svg = svg;
    this.#options = options;
    this.#random = random;
  }

  /** Brings the rects in line with what the tile shows. `fresh`: the tile was recycled for another place. */
  update(content: TileContent, scale: number, fresh: boolean): void {
    const wanted = this.#labels(content, scale);
    for (const [key, group] of this.#groups) {
      if (wanted.has(key) && !(fresh && this.#random() < 0.5)) continue;
      group.remove();
      this.#groups.delete(key);
    }
    const added: [number, SVGGElement][] = [];
    for (const [key, labels] of wanted) {
      let group = this.#groups.get(key);
      if (group === undefined) {
        group = document.createElementNS(SVG, 'g');
        group.setAttribute('role', 'paragraph');
        added.push([key, group]);
      }
      this.#fill(group, labels);
    }
    for (const [key, group] of shuffled(added, this.#random)) {
      this.#groups.set(key, group);
      const siblings = this.svg.querySelectorAll(':scope > g');
      const place = siblings[Math.floor(this.#random() * (siblings.length + 1))] ?? null;
      this.svg.insertBefore(group, place);
    }
  }

  clear(): void {
    for (const group of this.#groups.values()) group.remove();
    this.#groups.clear();
  }

  #fill(group: SVGGElement, labels: readonly Label[]): void {
    const rects = [...group.children];
    labels.forEach((label, nth) => {
      const existing = rects[nth];
      if (existing === undefined) group.append(this.#write(document.createElementNS(SVG, 'rect'), label));
      else if (existing.tagName !== 'rect' || (this.#random() < 0.15 && !matches(existing, label))) {
        existing.replaceWith(this.#write(document.createElementNS(SVG, 'rect'), label));
      } else this.#write(existing as SVGRectElement, label);
    });
    for (const extra of rects.slice(labels.length)) extra.remove();
  }

  #write(rect: SVGRectElement, label: Label): SVGRectElement {
    set(rect, 'aria-label', label.text);
    set(rect, 'x', String(label.x));
    set(rect, 'y', String(label.y));
    set(rect, 'width', String(label.width));
    set(rect, 'height', String(label.height));
    set(rect, 'fill', 'none');
    set(rect, 'data-font-css', label.font);
    set(rect, 'transform', label.transform);
    return rect;
  }

  /** Labels by group: a paragraph's own key, or a negative one for noise. Table cells come column by column. */
  #labels(content: TileContent, scale: number): Map<number, Label[]> {
    const { layout, lines, noise, offset } = content;
    const groups = new Map<number, Label[]>();
    const add = (key: number, labels: readonly Label[]) => {
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [...labels]);
      else list.push(...labels);
    };
    const paragraphs = layout.tab.paragraphs;
    const columnMajor = [...lines].sort(
      (a, b) => columnOf(paragraphs[a.paragraph]) - columnOf(paragraphs[b.paragraph]),
    );
    for (const placed of columnMajor) {
      const paragraph = paragraphs[placed.paragraph] as Paragraph;
      add(
        paragraph.cell === null ? paragraph.id : -1000 - paragraph.cell.table,
        this.#lineLabels(paragraph, placed, offset, scale),
      );
    }
    for (const one of noise) {
      const baseline = one.piece.ascent;
      const key =
        one.kind === 'marker' ? (paragraphs[one.paragraph]?.id ?? -1) : { header: -2, footer: -3, note: -4 }[one.kind];
      const matrix = matrixOf(scale, one.x * scale, (one.top + offset) * scale);
      add(key, [this.#label(one.piece.drawn, one.piece, 0, one.piece.width, baseline, matrix)]);
    }
    if (this.#options.noise && lines.length > 0) {
      add(-5, [
        {
          text: ' ',
          font: '400 14.6667px "Arial"',
          x: 0,
          y: -0.3,
          width: 4,
          height: 17,
          transform: matrixOf(scale, 90 * scale, 100 * scale),
        },
      ]);
    }
    return groups;
  }

  #lineLabels(paragraph: Paragraph, placed: PlacedLine, offset: number, scale: number): Label[] {
    const { line } = placed;
    const plainAscent = Math.max(...line.pieces.map((piece) => piece.ascent), 0);
    const top = placed.top + line.baseline - plainAscent + offset;
    const matrix = matrixOf(scale, placed.x * scale, top * scale);
    const labels: Label[] = [];
    for (const { piece, drawn, x, width } of this.#runs(paragraph, line.pieces)) {
      if (drawn === '') continue;
      if (drawn.trim() === '' && !this.#options.noise) continue;
      labels.push(this.#label(drawn, piece, x, width, plainAscent, matrix));
    }
    return labels;
  }

  #label(drawn: string, piece: Piece, x: number, width: number, lineAscent: number, transform: string): Label {
    const text = drawn.replace(/[\u00a0 ]+/g, ' ').replaceAll('\u200b', '');
    const y = lineAscent - piece.ascent - raised(piece) - 0.3;
    return { text, font: piece.font, x, y, width, height: piece.ascent + piece.descent, transform };
  }

  #runs(paragraph: Paragraph, pieces: readonly Piece[]): { piece: Piece; drawn: string; x: number; width: number }[] {
    const modes = ['line', 'style', 'word'] as const;
    const mode = this.#options.runs === 'mixed' ? (modes[paragraph.id % 3] ?? 'style') : this.#options.runs;
    // What is struck through is drawn between its neighbours, so that their labels never join over it.
    const isHidden = ({ style }: Piece) => this.#options.hideDeleted && style.suggestion === 'delete';
    if (mode === 'word') return pieces.filter((piece) => !isHidden(piece)).flatMap(words);
    const runs = pieces.map((piece) => ({
      piece,
      drawn: isHidden(piece) ? '' : piece.drawn,
      x: piece.x,
      width: piece.width,
    }));
    if (mode === 'style') return runs;
    const merged: typeof runs = [];
    for (const run of runs) {
      const last = merged.at(-1);
      const joins = last !== undefined && last.piece.font === run.piece.font && !last.piece.rtl && !run.piece.rtl;
      if (
        last !== undefined &&
        joins &&
        last.piece.style.drawn === undefined &&
        run.piece.style.drawn === undefined &&
        last.drawn !== '' &&
        run.drawn !== ''
      ) {
        last.drawn += run.drawn;
        last.width += run.width;
      } else merged.push({ ...run });
    }
    return merged;
  }
}

function columnOf(paragraph: Paragraph | undefined): number {
  return paragraph?.cell?.column ?? 0;
}

/** A piece word by word, each with the spaces after it. */
function words(piece: Piece): { piece: Piece; drawn: string; x: number; width: number }[] {
  const found = [...piece.drawn.matchAll(/[^ ]+ *| +/g)];
  return found.map((match) => {
    const from = measure(piece.font, piece.drawn.slice(0, match.index));
    const to = measure(piece.font, piece.drawn.slice(0, match.index + match[0].length));
    const x = piece.rtl ? piece.x + piece.width - to : piece.x + from;
    return { piece, drawn: match[0], x, width: to - from };
  });
}

function matrixOf(scale: number, e: number, f: number): string {
  return `matrix(${scale},0,0,${scale},${e},${f})`;
}

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function matches(element: Element, label: Label): boolean {
  return element.getAttribute('aria-label') === label.text && element.getAttribute('transform') === label.transform;
}
