import type { SurfaceState, TabState } from '../../lib/model/tab.ts';

/** Which Stagemark in which browser. */
export interface Build {
  readonly version: string;
  /** The browser as it names itself. */
  readonly browser: string;
}

/**
 * What a report of a problem needs, as lines of text: versions, states, counts and faults. No word of the document, no
 * title, no address and no id of a document, so that it can be shown to anybody.
 */
export function describeTab({ status, host, off, mode, surfaces, unplaced, health }: TabState, build: Build): string {
  const facts = Object.entries(health)
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, value]) => `${name}: ${value}`);
  return [
    `Stagemark ${build.version}`,
    build.browser,
    `tab: ${status}, ${host ?? 'no host'}, ${off ?? 'on'}, marks ${mode}, ${unplaced} unplaced`,
    ...surfaces.map(describeSurface),
    ...facts,
  ].join('\n');
}

function describeSurface({ kind, report, progress, settled }: SurfaceState): string {
  const reading = `${kind}: ${Math.round(progress * 100)} % read, ${settled ? 'settled' : 'not settled'}`;
  if (report === null) return `${reading}, no report`;
  const { state, documentType, mix, passages, unread, limits } = report;
  const labels = new Map<string, number>();
  for (const { label } of passages) labels.set(label, (labels.get(label) ?? 0) + 1);
  return [
    `${reading}, ${state}`,
    `${documentType.type} by ${documentType.by} (${documentType.confidence.toFixed(2)})`,
    `${mix.words} words in ${passages.length} passages`,
    ...[...labels].map(([label, count]) => `${label} ${count}`),
    ...unread.map(({ reason, count }) => `unread ${reason} ${count}`),
    ...limits,
  ].join(', ');
}
