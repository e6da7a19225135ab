import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources, room, SOURCE_ROOTS, type Source } from './sources.ts';

/** The page that holds the drawing, between these two lines. */
export const DRAWING_PAGE = join(import.meta.dirname, '..', '..', 'CONTRIBUTING.md');
const BEGIN = '<!-- drawn by npm run architecture -->';
const END = '<!-- end of the drawing -->';

/** Imports between rooms, as "from -> to", without those of a room from itself. */
function roads(sources: readonly Source[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const source of sources) {
    const from = room(source.path);
    const targets = found.get(from) ?? new Set<string>();
    found.set(from, targets);
    for (const target of source.imports) {
      const to = room(target);
      if (SOURCE_ROOTS.includes(target.split('/')[0] ?? '') && to !== from) targets.add(to);
    }
  }
  return found;
}

/** Leaves out what is reached through another room too, so that the drawing shows the shape and not every line. */
function withoutShortcuts(all: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const reaches = (from: string, to: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    const next = all.get(from) ?? new Set<string>();
    return next.has(to) || [...next].some((room) => reaches(room, to, seen));
  };
  const kept = new Map<string, string[]>();
  for (const [from, targets] of all) {
    const direct = [...targets].filter(
      (to) => ![...targets].some((other) => other !== to && reaches(other, to, new Set([from, to]))),
    );
    kept.set(from, direct.sort());
  }
  return kept;
}

/** The rooms and their imports as a Mermaid flow chart. */
export function drawing(): string {
  const kept = withoutShortcuts(roads(readSources()));
  const name = (room: string) => room.replace(/^lib\//, '').replace('/', '_');
  const rooms = [...kept.keys()].sort();
  const lines = [
    'flowchart TD',
    ...rooms.map((room) => `  ${name(room)}["${room}"]`),
    ...rooms.flatMap((from) => (kept.get(from) ?? []).map((to) => `  ${name(from)} --> ${name(to)}`)),
  ];
  return ['```mermaid', ...lines, '```'].join('\n');
}

/** The page with the drawing as it must be now. @throws Error where the page has lost its two lines. */
export function pageWithDrawing(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`CONTRIBUTING.md lacks "${BEGIN}" and "${END}".`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${drawing()}\n\n${page.slice(end)}`;
}

/** `npm run architecture` draws it anew. */
if (process.argv[1] === import.meta.filename) {
  writeFileSync(DRAWING_PAGE, pageWithDrawing(readFileSync(DRAWING_PAGE, 'utf8')));
  console.log(`The drawing in ${DRAWING_PAGE} is up to date.`);
}
