import { type ParagraphStyle, rawStarts, rawText, type Tab } from './model.ts';
import type { SimulatorOptions } from './options.ts';

const HEADING_LEVEL: Record<ParagraphStyle, number> = {
  normal: 0,
  title: 100,
  subtitle: 101,
  'heading-1': 1,
  'heading-2': 2,
  'heading-3': 3,
};

/**
 * The model chunks of the page's HTML: insertions and paragraph styles with 1-based positions, cut into pieces, in both
 * shapes that were seen.
 */
export function modelChunks(tab: Tab, options: SimulatorOptions): unknown[] {
  if (options.chunks < 1) return [];
  const shape = { tableMarks: true, segments: false };
  const text = rawText(tab, shape).slice(1);
  const starts = rawStarts(tab.paragraphs, shape);
  const operations: unknown[] = [];
  const step = Math.ceil(text.length / options.chunks);
  for (let at = 0; at < text.length; at += step) {
    operations.push({ ty: 'is', ibi: at + 1, s: text.slice(at, at + step) });
  }
  tab.paragraphs.forEach((paragraph, index) => {
    const end = (starts[index] ?? 1) + paragraph.text.length;
    const level = HEADING_LEVEL[paragraph.style];
    if (level > 0) operations.push({ ty: 'as', st: 'paragraph', si: end, ei: end, sm: { ps_hd: level } });
    if (paragraph.list !== null) {
      const list = { ls_id: `kix.${paragraph.list.kind}`, ls_nest: paragraph.list.level };
      operations.push({ ty: 'as', st: 'list', si: end, ei: end, sm: list });
    }
  });
  const size = Math.ceil(operations.length / options.chunks);
  return Array.from({ length: options.chunks }, (_, nth) => {
    const chunk = operations.slice(nth * size, (nth + 1) * size);
    return nth % 2 === 0 ? { chunk, revision: 1 } : chunk;
  });
}
