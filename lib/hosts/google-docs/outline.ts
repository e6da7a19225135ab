import { SELECTORS } from './labels.ts';
import type { Kind } from './structure.ts';

const LEVEL = /navigation-item-level-(\d)/;

/** Headings by text from the outline panel, where it is rendered: level 0 is the title. */
export function readOutline(): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const item of document.querySelectorAll(SELECTORS.outlineItem)) {
    const level = Number(LEVEL.exec(item.className)?.[1] ?? Number.NaN);
    const text = item.textContent?.trim() ?? '';
    if (!Number.isInteger(level) || text === '') continue;
    kinds.set(text, level === 0 ? { kind: 'title', level: 0 } : { kind: 'heading', level: Math.min(6, level) });
  }
  return kinds;
}
