import type { Limit, Unread } from '../../lib/model/document.ts';
import type { Report } from '../../lib/model/report.ts';
import { counted, formatCount, useTranslate } from '../i18n/translate.ts';

const UNREAD_KEYS: Readonly<Record<Unread['reason'], string>> = {
  'closed-toggle': 'unreadClosedToggle',
  'not-loaded': 'unreadNotLoaded',
  'other-tab': 'unreadOtherTab',
  database: 'unreadDatabase',
  'too-long': 'unreadTooLong',
};

const LIMIT_KEYS: Readonly<Record<Limit, string>> = {
  'visible-part-only': 'limitVisiblePartOnly',
  'exported-copy': 'limitExportedCopy',
  'marks-unplaced': 'limitMarksUnplaced',
  'unknown-layout': 'limitUnknownLayout',
};

export interface WhatWasReadProps {
  readonly report: Pick<Report, 'mix' | 'passages' | 'unread' | 'limits'>;
  /** Passages on screen whose marks could not be placed. */
  readonly unplaced: number;
}

/** What was and was not read, in plain sentences: nothing is left out in silence. */
export function WhatWasRead({ report, unplaced }: WhatWasReadProps) {
  const translate = useTranslate();
  return (
    <ul class="reading soft">
      <li>{translate('readingDone', formatCount(report.mix.words), formatCount(report.passages.length))}</li>
      {report.unread.map(({ reason, count }) => (
        <li key={reason}>{counted(translate, UNREAD_KEYS[reason], count)}</li>
      ))}
      {report.limits.map((limit) => (
        <li key={limit}>{translate(LIMIT_KEYS[limit])}</li>
      ))}
      {unplaced > 0 && <li>{counted(translate, 'readingUnplaced', unplaced)}</li>}
    </ul>
  );
}
