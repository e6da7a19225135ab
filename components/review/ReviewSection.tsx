import { useEffect, useId, useState } from 'preact/hooks';
import type { Message, Report } from '../../lib/model/report.ts';
import { checkOf, compareChecks, sayComparison } from '../../lib/review/comparison.ts';
import { type NotePart, noteOf } from '../../lib/review/note.ts';
import { noteAsHtml, noteAsMarkdown } from '../../lib/review/note-formats.ts';
import { Button } from '../controls/Button.tsx';
import { Disclosure } from '../controls/Disclosure.tsx';
import { sentence, useTranslate } from '../i18n/translate.ts';
import { Section } from '../layout/Section.tsx';
import type { CheckStore } from './check-store.ts';
import { withDecision } from './decision.ts';
import { PrintedNote } from './PrintedNote.tsx';
import './review.css';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'short' });

export interface ReviewSectionProps {
  readonly surfaceId: string;
  readonly report: Report;
  readonly checks: CheckStore;
  readonly now: () => number;
  readonly onCopy: (text: string, html?: string) => Promise<void>;
  readonly onPrint: () => void;
}

/** Before a review: check now, see what changed since the last check, and take the note along. */
export function ReviewSection({ surfaceId, report, checks, now, onCopy, onPrint }: ReviewSectionProps) {
  const translate = useTranslate();
  const say = (message: Message) => sentence(translate, message);
  const [lastAt, setLastAt] = useState<number | null>(null);
  const [changes, setChanges] = useState<readonly string[]>([]);
  const [decision, setDecision] = useState({ who: '', what: '' });
  const [said, setSaid] = useState('');
  useEffect(() => {
    let current = true;
    setChanges([]);
    setLastAt(null);
    setSaid('');
    void checks.read(surfaceId).then((check) => {
      if (current) setLastAt(check?.at ?? null);
    });
    return () => {
      current = false;
    };
  }, [surfaceId, checks]);

  const note = (): NotePart[] => withDecision(noteOf(report, say, changes), decision, translate);
  const check = async () => {
    const before = await checks.read(surfaceId);
    const after = checkOf(report, now());
    await checks.write(surfaceId, after);
    setChanges(before === null ? [] : sayComparison(compareChecks(before, after), say));
    setLastAt(after.at);
    setSaid(before === null ? translate('reviewFirst') : '');
  };
  const copy = (asRich: boolean) => {
    const parts = note();
    const text = noteAsMarkdown(parts);
    (asRich ? onCopy(text, noteAsHtml(parts)) : onCopy(text)).then(
      () => setSaid(translate('reviewCopied')),
      () => setSaid(translate('reviewCopyFailed')),
    );
  };

  return (
    <Section
      title={translate('reviewTitle')}
      aside={lastAt !== null && <span class="faint number">{translate('reviewLast', clock.format(lastAt))}</span>}
    >
      <div class="review">
        <Disclosure kind="inline" summary={translate('reviewDecision')}>
          <DecisionFields decision={decision} onChange={setDecision} />
        </Disclosure>
        <div class="review-actions">
          <Button kind="main" icon="check" onClick={() => void check()}>
            {translate('reviewCheck')}
          </Button>
          <Button icon="copy" onClick={() => copy(true)}>
            {translate('reviewCopyRich')}
          </Button>
          <Button icon="copy" onClick={() => copy(false)}>
            {translate('reviewCopyMarkdown')}
          </Button>
          <Button icon="print" onClick={onPrint}>
            {translate('reviewPrint')}
          </Button>
        </div>
        <div role="status">
          {said !== '' && <p class="soft">{said}</p>}
          {changes.length > 0 && (
            <>
              <p class="review-since">{translate('reviewSince')}</p>
              <ul class="review-changes">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
      <PrintedNote parts={note()} />
    </Section>
  );
}

interface DecisionFieldsProps {
  readonly decision: { readonly who: string; readonly what: string };
  readonly onChange: (decision: { who: string; what: string }) => void;
}

/** Who decides what with the document: it heads the note, and is kept nowhere. */
function DecisionFields({ decision, onChange }: DecisionFieldsProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <div class="review-decision">
      <label for={`${id}-who`}>{translate('reviewWho')}</label>
      <input
        id={`${id}-who`}
        class="input"
        type="text"
        autocomplete="off"
        value={decision.who}
        onInput={(event) => onChange({ ...decision, who: event.currentTarget.value })}
      />
      <label for={`${id}-what`}>{translate('reviewWhat')}</label>
      <input
        id={`${id}-what`}
        class="input"
        type="text"
        autocomplete="off"
        value={decision.what}
        onInput={(event) => onChange({ ...decision, what: event.currentTarget.value })}
      />
    </div>
  );
}
