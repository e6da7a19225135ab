import type { Stage } from '../model/stage.ts';
import type { MarkStyle } from './marker.ts';
import type { Box } from './overlay.ts';
import { PALETTE } from './palette.ts';

/** Name of the layer's element, on which styles and tests may rely. */
export const LAYER_NAME = 'stagemark-marks';
const LINE_PX = 2;
/** Length of one wave, and the height of each of its halves: small, so that it stays below the letters. */
const WAVE_PX = 6;
const HALF_WAVE_PX = 2;
const FLASH_MS = 1400;

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
      move(element, box);
      next.set(key, element);
    }
    for (const gone of this.#boxes.values()) gone.remove();
    this.#boxes = next;
  }

  /** Frames boxes for a moment. */
  flash(boxes: readonly Box[], style: MarkStyle): void {
    for (const box of boxes) {
      const element = document.createElement('div');
      const colour = style.theme === 'dark' ? '#8ab4f8' : '#1a73e8';
      Object.assign(element.style, { position: 'absolute', borderRadius: '3px', boxShadow: `0 0 0 2px ${colour}` });
      move(element, { left: box.left - 2, top: box.top - 1, right: box.right + 2, bottom: box.bottom + 1 });
      this.#root.append(element);
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const fading = element.animate([{ opacity: 1 }, { opacity: 1 }, { opacity: calm ? 1 : 0 }], FLASH_MS);
      fading.addEventListener('finish', () => element.remove());
      fading.addEventListener('cancel', () => element.remove());
    }
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
  if (look === 'tint') style.backgroundColor = tint;
  if (pattern === 'wavy') {
    // Upper and lower half circles by turns, each half a period wide and one pixel into each other, make one line. Gradients,
    // because a page's security policy may refuse images.
    const arcs = (centre: string) =>
      `radial-gradient(circle at ${WAVE_PX / 4}px ${centre}, transparent 0.6px, ${colour} 0.9px 1.7px, transparent 2px)`;
    const size = `${WAVE_PX}px ${HALF_WAVE_PX}px repeat-x`;
    const upper = `${arcs('100%')} 0 calc(100% - 1px) / ${size}`;
    const lower = `${arcs('0')} ${WAVE_PX / 2}px 100% / ${size}`;
    style.background = `${upper}, ${lower}${look === 'tint' ? `, ${tint}` : ''}`;
    return;
  }
  style.borderBottom = `${LINE_PX}px ${pattern} ${colour}`;
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
