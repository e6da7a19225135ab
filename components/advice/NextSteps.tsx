import { useState } from 'preact/hooks';
import type { Advice } from '../../lib/model/report.ts';
import { SHOWN_ADVICE } from '../../lib/review/note.ts';
import { Button } from '../controls/Button.tsx';
import { Disclosure } from '../controls/Disclosure.tsx';
import { counted, formatCount, sentence, useTranslate } from '../i18n/translate.ts';
import './advice.css';

export interface NextStepsProps {
  readonly advice: readonly Advice[];
  readonly onJump: (passageId: string) => void;
}

/** The next steps, most useful first: what was seen and why it matters, then a question to answer. */
export function NextSteps({ advice, onJump }: NextStepsProps) {
  const translate = useTranslate();
  if (advice.length === 0) return <p class="soft">{translate('adviceNone')}</p>;
  const folded = advice.slice(SHOWN_ADVICE);
  return (
    <>
      <Steps advice={advice.slice(0, SHOWN_ADVICE)} first={1} onJump={onJump} />
      {folded.length > 0 && (
        <Disclosure kind="inline" summary={counted(translate, 'adviceMore', folded.length)}>
          <Steps advice={folded} first={SHOWN_ADVICE + 1} onJump={onJump} />
        </Disclosure>
      )}
    </>
  );
}

interface StepsProps extends NextStepsProps {
  readonly first: number;
}

function Steps({ advice, first, onJump }: StepsProps) {
  return (
    <ol class="steps" start={first}>
      {advice.map((step, index) => (
        <Step key={step.rule} step={step} number={first + index} onJump={onJump} />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly step: Advice;
  readonly number: number;
  readonly onJump: (passageId: string) => void;
}

function Step({ step, number, onJump }: StepProps) {
  const translate = useTranslate();
  const [shown, setShown] = useState<number | null>(null);
  const total = step.passageIds.length;
  const question = sentence(translate, step.question);
  const show = () => {
    const next = shown === null ? 0 : (shown + 1) % total;
    const passageId = step.passageIds[next];
    if (passageId === undefined) return;
    setShown(next);
    onJump(passageId);
  };
  return (
    <li class="step">
      <span class="step-number number" aria-hidden="true">
        {number}
      </span>
      <div class="step-body">
        <p class="step-question">{question}</p>
        <p class="step-reason">{sentence(translate, step.reason)}</p>
        {total > 0 && (
          <Button kind="quiet" icon="arrow" label={translate('adviceShowName', question)} onClick={show}>
            {total > 1 && shown !== null
              ? translate('adviceShowOf', formatCount(shown + 1), formatCount(total))
              : translate('adviceShow')}
          </Button>
        )}
      </div>
    </li>
  );
}
