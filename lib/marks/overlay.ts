import type { Stage } from '../model/stage.ts';
import type { Mark, Marker, MarkHit, MarkStyle } from './marker.ts';
import { OverlayLayer } from './overlay-layer.ts';

/** A rectangle in the coordinates of the layer's origin, in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where a mark can be drawn. `complete`: every part of its text that can be on the screen is there. `ahead`: the text is
 * newer than what the screen shows, so boxes drawn before are still right.
 */
export interface Placement {
  readonly boxes: readonly Box[];
  readonly complete: boolean;
  readonly ahead: boolean;
}

/** What the overlay needs to know of the host's page. */
export interface OverlayGround {
  /** Ids of blocks with text on or near the screen. */
  blocksInView(): readonly string[];
  /** Where a mark's text is shown now; no boxes where the page does not show that very text. */
  place(mark: Mark): Placement;
  /** Whether the page's own content, and not something above it, is at a client point. */
  isBare(x: number, y: number): boolean;
}

/** A marker that draws boxes in a layer of its own. */
export interface OverlayMarker extends Marker {
  /** Puts the layer into a scrolling element, before `before`; again after the page replaced it. */
  attach(parent: Element, before: Element | null, zIndex: number): void;
  /** Client box of the layer's origin, a point that scrolls with the content. */
  origin(): DOMRect;
  /** Draws what should be seen now. Call before paint whenever the page changed what it shows. */
  redraw(): void;
  /** Whether a node is the layer's own. */
  isOwn(node: Node): boolean;
  /** Shows for a moment where a range is. */
  flash(boxes: readonly Box[]): void;
  /** Takes the layer away. */
  remove(): void;
}

interface Drawn {
  readonly mark: Mark;
  readonly boxes: readonly Box[];
}

/** Creates the marker of one document. */
export function createOverlay(ground: OverlayGround): OverlayMarker {
  const layer = new OverlayLayer();
  let byBlock = new Map<string, Mark[]>();
  let drawn = new Map<string, Drawn>();
  let style: MarkStyle = { look: 'line', theme: 'light' };
  let unplaced = 0;

  const redraw = () => {
    const next = new Map<string, Drawn>();
    let missing = 0;
    for (const blockId of ground.blocksInView()) {
      const marks = byBlock.get(blockId);
      if (marks === undefined) continue;
      let shown = false;
      for (const mark of marks) {
        const key = keyOf(mark, next);
        const { boxes, complete, ahead } = ground.place(mark);
        const before = drawn.get(key);
        if (!complete && ahead && before !== undefined) next.set(key, before);
        else if (boxes.length > 0) next.set(key, { mark, boxes });
        shown ||= next.has(key);
      }
      if (!shown) missing++;
    }
    drawn = next;
    unplaced = missing;
    layer.draw(boxesToDraw(drawn), style);
  };

  return {
    redraw,
    attach: (parent, before, zIndex) => layer.attach(parent, before, zIndex),
    origin: () => layer.origin(),
    isOwn: (node) => layer.isOwn(node),
    flash: (boxes) => layer.flash(boxes, style),
    remove: () => layer.remove(),
    show(marks, wanted) {
      const groups = new Map<string, Mark[]>();
      for (const mark of marks) {
        const group = groups.get(mark.blockId);
        if (group === undefined) groups.set(mark.blockId, [mark]);
        else group.push(mark);
      }
      byBlock = groups;
      style = wanted;
      redraw();
    },
    hit(x, y): MarkHit | null {
      if (drawn.size === 0) return null;
      const origin = layer.origin();
      for (const { mark, boxes } of drawn.values()) {
        const box = boxes.find((one) => holds(one, x - origin.left, y - origin.top));
        if (box !== undefined)
          return ground.isBare(x, y) ? { passageId: mark.passageId, rect: toClient(box, origin) } : null;
      }
      return null;
    },
    rectsOf(passageId) {
      const origin = layer.origin();
      return [...drawn.values()]
        .filter(({ mark }) => mark.passageId === passageId)
        .flatMap(({ boxes }) => boxes.map((box) => toClient(box, origin)));
    },
    counts: () => ({ drawn: new Set([...drawn.values()].map(({ mark }) => mark.passageId)).size, unplaced }),
  };
}

/** Two marks of one block may have the same text; they are told apart by their order. */
function keyOf(mark: Mark, taken: ReadonlyMap<string, unknown>): string {
  let key = `${mark.blockId}\n${mark.stage}\n${mark.text}`;
  while (taken.has(key)) key += '\n';
  return key;
}

function* boxesToDraw(drawn: ReadonlyMap<string, Drawn>): Generator<{ key: string; stage: Stage; box: Box }> {
  for (const [key, { mark, boxes }] of drawn) {
    for (let line = 0; line < boxes.length; line++) {
      const box = boxes[line];
      if (box !== undefined) yield { key: `${line}\n${key}`, stage: mark.stage, box };
    }
  }
}

function holds(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function toClient(box: Box, origin: DOMRect): DOMRect {
  return new DOMRect(box.left + origin.left, box.top + origin.top, box.right - box.left, box.bottom - box.top);
}
