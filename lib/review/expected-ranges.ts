import type { DocumentType } from '../model/document.ts';
import type { ExpectedRange } from '../model/report.ts';

/** An expected range with the reason for its numbers. */
export interface SourcedRange {
  readonly range: ExpectedRange;
  readonly source: string;
}

/**
 * The range per document type that stands until the writer edits it. Proposals of the reference on stages ("default mixes"),
 * moved where the labelled documents of a type differ; `npm run rates -- DIR` prints the quartiles behind each move.
 */
export const EXPECTED_RANGES: Readonly<Record<DocumentType, SourcedRange>> = {
  spec: {
    range: range([75, 100], [0, 20], [0, 5]),
    source: 'Default mixes, spec / PRD: 75-95, 5-20, 0-5; half of the labelled specs are execution alone',
  },
  'one-pager': {
    range: range([35, 90], [10, 60], [0, 10]),
    source: 'Default mixes, 1-pager / PR-FAQ: 35-60, 35-60, 0-10; labelled ones hold more execution (median 97 %)',
  },
  strategy: {
    range: range([0, 30], [50, 100], [0, 25]),
    source:
      'Default mixes, strategy document: 5-20, 65-90, 0-15; half of the labelled ones lie within 0-30, 23-97, 0-34',
  },
  plan: {
    range: range([15, 45], [30, 60], [5, 40]),
    source:
      'Default mixes, annual / half plan: 20-40, 35-55, 15-30; half of the labelled ones lie within 13-46, 30-60, 0-40',
  },
  org: {
    range: range([0, 10], [0, 35], [60, 100]),
    source:
      'Default mixes, org or headcount proposal: 0-10, 15-35, 60-80; half of the labelled ones are organisation alone',
  },
  launch: {
    range: range([75, 100], [0, 10], [0, 10]),
    source:
      'Default mixes, launch plan / retro: 85-100, 0-10, 0-10; half of the labelled ones lie within 74-100, 0-10, 0-2',
  },
  update: {
    range: range([15, 35], [35, 60], [15, 35]),
    source: 'Default mixes, exec update / board memo; too few labelled ones to move it',
  },
};

/** The range to compare with: the writer's own where there is one. */
export function expectedRange(
  type: DocumentType,
  own: Readonly<Partial<Record<DocumentType, ExpectedRange | undefined>>> = {},
): ExpectedRange {
  return own[type] ?? EXPECTED_RANGES[type].range;
}

type PerCent = readonly [low: number, high: number];

function range(execution: PerCent, strategy: PerCent, organisation: PerCent): ExpectedRange {
  const share = ([low, high]: PerCent) => ({ low: low / 100, high: high / 100 });
  return { execution: share(execution), strategy: share(strategy), organisation: share(organisation) };
}
