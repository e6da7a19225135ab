import type { Report } from '../../lib/model/report.ts';
import { ReviewSection } from '../review/ReviewSection.tsx';
import { copyText } from './clipboard.ts';
import { sessionChecks } from './session-checks.ts';

/** The review of a document with the browser's clipboard, printer and memory behind it. */
export function liveReview(surfaceId: string, report: Report) {
  return (
    <ReviewSection
      surfaceId={surfaceId}
      report={report}
      checks={sessionChecks}
      now={Date.now}
      onCopy={copyText}
      onPrint={print}
    />
  );
}
