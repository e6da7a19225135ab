import type { MarkStyle } from './marker.ts';
import type { Box } from './overlay.ts';

/** How long (ms) a passage is framed after a jump; it fades in the last half. */
const FLASH_MS = 1400;
const COLOUR = { light: '#1a73e8', dark: '#8ab4f8' } as const;
/** Space between a frame's line and the text, sideways and up and down, in px. */
const SIDE_PX = 3;
const END_PX = 1;

/**
 * One frame around all lines of a passage that stand below each other: frames around single lines would run through the text.
 * Lines of another page get a frame of their own.
 */
export function framesOf(boxes: readonly Box[]): Box[] {
  const frames: Box[] = [];
  for (const box of boxes) {
    const last = frames.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : Math.max(box.top - last.bottom, last.top - box.bottom);
    if (last === undefined || gap > box.bottom - box.top) frames.push(box);
    else {
      frames[frames.length - 1] = {
        left: Math.min(last.left, box.left),
        top: Math.min(last.top, box.top),
        right: Math.max(last.right, box.right),
        bottom: Math.max(last.bottom, box.bottom),
      };
    }
  }
  return frames;
}

/** Frames boxes inside an element of their own origin for a moment. */
export function flashFrames(root: ParentNode, boxes: readonly Box[], theme: MarkStyle['theme']): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const { left, top, right, bottom } of framesOf(boxes)) {
    const element = document.createElement('div');
    Object.assign(element.style, {
      position: 'absolute',
      left: `${left - SIDE_PX}px`,
      top: `${top - END_PX}px`,
      width: `${right - left + 2 * SIDE_PX}px`,
      height: `${bottom - top + 2 * END_PX}px`,
      borderRadius: '3px',
      boxShadow: `0 0 0 2px ${COLOUR[theme]}`,
    });
    root.append(element);
    const fading = element.animate([{ opacity: 1 }, { opacity: 1 }, { opacity: calm ? 1 : 0 }], FLASH_MS);
    fading.addEventListener('finish', () => element.remove());
    fading.addEventListener('cancel', () => element.remove());
  }
}
