import { cutWhole } from './limits.ts';

/** The beginning of a text on one line, cut between words and marked as cut. */
export function shorten(text: string, length: number): string {
  const line = cutWhole(text, length * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= length) return line;
  const cut = cutWhole(line, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/(?<![\s,;:.])[\s,;:.]+$/, '')}…`;
}
