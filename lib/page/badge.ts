import type { Badge } from '../messaging/content-to-background.ts';
import type { ReportHead } from '../model/report.ts';
import { STAGES } from '../model/stage.ts';

/** Share of the mix that must lie outside the expected range before the icon says that something is worth a look. */
const WORTH_A_LOOK_DISTANCE = 0.2;

/** What the toolbar icon shows for a report: the dominant stage, or that it is worth a look; nothing without a report. */
export function badgeOf(report: ReportHead | null): Badge {
  if (report === null || report.state !== 'ready' || report.mix.stagedWords === 0)
    return { stage: null, worthALook: false };
  const stage = STAGES.reduce((best, each) => (report.mix[each] > report.mix[best] ? each : best));
  return { stage, worthALook: report.distance >= WORTH_A_LOOK_DISTANCE };
}
