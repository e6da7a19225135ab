import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { Report } from '../../lib/model/report.ts';
import { NextSteps } from '../advice/NextSteps.tsx';
import { Disclosure } from '../controls/Disclosure.tsx';
import { counted, useTranslate } from '../i18n/translate.ts';
import { Section } from '../layout/Section.tsx';
import { Mix } from '../mix/Mix.tsx';
import { Moves } from '../moves/Moves.tsx';
import type { PassageListProps } from '../passages/PassageList.tsx';
import { WhatWasRead } from '../reading/WhatWasRead.tsx';
import { AltitudeStrip } from '../strip/AltitudeStrip.tsx';
import './report.css';

export interface ReportSectionsProps {
  readonly report: Report;
  /** The passage the writer is in. */
  readonly active: string | null;
  readonly unplaced: number;
  /** How passages are listed. */
  readonly list: ComponentType<PassageListProps>;
  /** Folds the passage list away, where room is short. */
  readonly foldPassages?: boolean;
  readonly onJump: (passageId: string) => void;
}

/** The report of one document, most telling first: mix, next steps, altitude, moves, passages, what was read. */
export function ReportSections({
  report,
  active,
  unplaced,
  list: List,
  foldPassages = false,
  onJump,
}: ReportSectionsProps) {
  const translate = useTranslate();
  const [unfolded, setUnfolded] = useState(false);
  const list = <List passages={report.passages} active={active} onJump={onJump} />;
  const partial = report.limits.length > 0 || report.unread.length > 0;
  const title = counted(translate, 'passagesTitle', report.passages.length);
  return (
    <div class="report">
      <Section
        title={translate('mixTitle')}
        aside={partial && <span class="faint">{translate('readingPartial')}</span>}
      >
        <Mix report={report} />
      </Section>
      <Section title={translate('adviceTitle')}>
        <NextSteps advice={report.advice} onJump={onJump} />
      </Section>
      {report.passages.length > 0 && (
        <Section title={translate('stripTitle')}>
          <AltitudeStrip passages={report.passages} active={active} onJump={onJump} />
        </Section>
      )}
      {report.moves.length > 0 && (
        <Section title={translate('movesTitle')}>
          <Moves moves={report.moves} passages={report.passages} onJump={onJump} />
        </Section>
      )}
      {foldPassages ? (
        <div class="section report-fold">
          <Disclosure summary={title} onToggle={setUnfolded}>
            {unfolded && list}
          </Disclosure>
        </div>
      ) : (
        <Section title={title}>{list}</Section>
      )}
      <Section title={translate('readingTitle')}>
        <WhatWasRead report={report} unplaced={unplaced} />
      </Section>
    </div>
  );
}
