import type { Stage } from '../model/stage.ts';
import type { MarkStyle } from './marker.ts';
import type { Box } from './overlay.ts';
import { flashFrames } from './overlay-flash.ts';
import { PALETTE } from './palette.ts';

/** Name of the layer's element, on which styles and tests may rely. */
export const LAYER_NAME = 'stagemark-marks';
/** Thickness of a line, length of one wave and height of each of its halves, in units of a pixel or, below small text, less. */
const LINE = 2;
const WAVE = 6;
const HALF_WAVE = 2;
/**
 * How far the line hangs below the text's box, so that it does not run through descenders: this share of the box's height, which
 * is the space that lies below a line at the usual spacing of 1.15, and, where lines stand closer, less than the empty space
 * above the next line's capitals.
 */
const DROP_SHARE = 0.15;
const DROP_LIMIT_PX = 3;
/** Text lower than this, in px, as at a zoom of 50 %, gets a line half as strong. Steps between would blur its pattern. */
const SMALL_PX = 11;

/**
 * One zero-size element at the origin of a scroller's content, with boxes in a closed shadow root. It takes no pointer
 * event, is hidden from assistive technology, holds no text, and moves with the content by itself.
 */
export class OverlayLayer {
  readonly #host = document.createElement(LAYER_NAME);
  readonly #root = this.#host.attachShadow({ mode: 'closed' });
  #boxes = new Map<string, HTMLElement>();
  #look = '';

  constructor() {
    this.#host.setAttribute('aria-hidden', 'true');
    const styles = {
      all: 'initial',
      position: 'absolute',
      left: '0',
      top: '0',
      width: '0',
      height: '0',
      contain: 'layout style',
      'pointer-events': 'none',
      'user-select': 'none',
    };
    // Page styles must not reach the layer: an author's `important` wins over everything of theirs.
    for (const [name, value] of Object.entries(styles)) this.#host.style.setProperty(name, value, 'important');
  }

  attach(parent: Element, before: Element | null, zIndex: number): void {
    if (this.#host.parentElement !== parent) parent.insertBefore(this.#host, before);
    const wanted = String(zIndex);
    if (this.#host.style.zIndex !== wanted) this.#host.style.setProperty('z-index', wanted, 'important');
  }

  origin(): DOMRect {
    return this.#host.getBoundingClientRect();
  }

  isOwn(node: Node): boolean {
    return node === this.#host;
  }

  remove(): void {
    this.#host.remove();
    this.#root.replaceChildren();
    this.#boxes.clear();
  }

  /** Shows exactly these boxes; elements of boxes that stay are kept and only moved. */
  draw(boxes: Iterable<{ readonly key: string; readonly stage: Stage; readonly box: Box }>, style: MarkStyle): void {
    const look = `${style.look} ${style.theme}`;
    if (look !== this.#look) {
      this.#root.replaceChildren();
      this.#boxes.clear();
      this.#look = look;
    }
    const next = new Map<string, HTMLElement>();
    for (const { key, stage, box } of boxes) {
      let element = this.#boxes.get(key);
      if (element === undefined) {
        element = document.createElement('div');
        paint(element, stage, style);
        this.#root.append(element);
      } else this.#boxes.delete(key);
      const drop = Math.min(DROP_LIMIT_PX, DROP_SHARE * (box.bottom - box.top));
      move(element, { ...box, bottom: box.bottom + drop });
      element.style.setProperty('--drop', `${round(drop)}px`);
      element.style.setProperty('--unit', box.bottom - box.top < SMALL_PX ? '0.5px' : '1px');
      next.set(key, element);
    }
    for (const gone of this.#boxes.values()) gone.remove();
    this.#boxes = next;
  }

  /** Shows for a moment where boxes are. */
  flash(boxes: readonly Box[], style: MarkStyle): void {
    flashFrames(this.#root, boxes, style.theme);
  }
}

function paint(element: HTMLElement, stage: Stage, { look, theme }: MarkStyle): void {
  const { colour, tint, pattern } = PALETTE[theme][stage];
  const { style } = element;
  style.position = 'absolute';
  style.left = '0';
  style.top = '0';
  style.boxSizing = 'border-box';
  style.pointerEvents = 'none';
  // The tint ends where the text does, the line hangs below it.
  const ground =
    look === 'tint' ? `linear-gradient(${tint}, ${tint}) 0 0 / 100% calc(100% - var(--drop)) no-repeat` : '';
  if (pattern === 'wavy') {
    // Upper and lower half circles by turns, each half a period wide and one pixel into each other, make one line. Gradients,
    // because a page's security policy may refuse images.
    const arcs = (centre: string) =>
      `radial-gradient(circle at ${units(WAVE / 4)} ${centre}, transparent ${units(0.6)}, ${colour} ${units(0.9)} ${units(1.7)}, transparent ${units(2)})`;
    const size = `${units(WAVE)} ${units(HALF_WAVE)} repeat-x`;
    const upper = `${arcs('100%')} 0 calc(100% - ${units(1)}) / ${size}`;
    const lower = `${arcs('0')} ${units(WAVE / 2)} 100% / ${size}`;
    style.background = `${upper}, ${lower}${ground === '' ? '' : `, ${ground}`}`;
    return;
  }
  style.background = ground;
  style.backgroundOrigin = 'border-box';
  style.borderBottom = `${units(LINE)} ${pattern} ${colour}`;
}

/** A length in units, as CSS. */
function units(count: number): string {
  return `calc(${count} * var(--unit))`;
}

function move(element: HTMLElement, box: Box): void {
  const { style } = element;
  const transform = `translate(${round(box.left)}px, ${round(box.top)}px)`;
  const width = `${round(box.right - box.left)}px`;
  const height = `${round(box.bottom - box.top)}px`;
  if (style.transform !== transform) style.transform = transform;
  if (style.width !== width) style.width = width;
  if (style.height !== height) style.height = height;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
