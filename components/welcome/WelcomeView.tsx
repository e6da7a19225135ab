import type { ComponentChildren } from 'preact';
import { STAGES } from '../../lib/model/stage.ts';
import { Button } from '../controls/Button.tsx';
import { LABEL_NAMES } from '../i18n/names.ts';
import { useTranslate } from '../i18n/translate.ts';
import { PageFrame } from '../layout/PageFrame.tsx';
import { PagePart } from '../layout/PagePart.tsx';
import { StageMark } from '../stage/StageMark.tsx';
import '../checker/text.css';
import './welcome.css';

export interface WelcomeViewProps {
  /** The sample a newcomer can write in: an editor with marks, put in by the page. */
  readonly sample: ComponentChildren;
  readonly onChecker: () => void;
  readonly onOptions: () => void;
}

const STAGE_LEADS = { execution: 'welcomeExecution', strategy: 'welcomeStrategy', organisation: 'welcomeOrganisation' };
const STEPS = ['welcomeStep1', 'welcomeStep2', 'welcomeStep3'];

/** The first page: what the three stages are, a sample to try, and how to begin. */
export function WelcomeView({ sample, onChecker, onOptions }: WelcomeViewProps) {
  const translate = useTranslate();
  return (
    <PageFrame page={null} title={translate('welcomeTitle')} lead={translate('welcomeLead')}>
      <ul class="welcome-stages">
        {STAGES.map((stage) => (
          <li key={stage} class="welcome-stage" data-stage={stage}>
            <h2 class="welcome-stage-name">
              <StageMark label={stage} /> {translate(LABEL_NAMES[stage])}
            </h2>
            <span class="stage-line" />
            <p class="soft">{translate(STAGE_LEADS[stage])}</p>
          </li>
        ))}
      </ul>
      <PagePart title={translate('welcomeTry')} lead={translate('welcomeTryLead')}>
        <div class="welcome-sample">{sample}</div>
      </PagePart>
      <PagePart title={translate('welcomeBegin')}>
        <ol class="welcome-steps">
          {STEPS.map((key) => (
            <li key={key}>{translate(key)}</li>
          ))}
        </ol>
        <div class="page-actions">
          <Button kind="main" onClick={onChecker}>
            {translate('noticeChecker')}
          </Button>
          <Button onClick={onOptions}>{translate('welcomeOptions')}</Button>
        </div>
      </PagePart>
    </PageFrame>
  );
}
