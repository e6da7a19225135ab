import { useMemo, useState } from 'preact/hooks';
import { DOCUMENT_TYPES, type DocumentType } from '../../lib/model/document.ts';
import { STAGES } from '../../lib/model/stage.ts';
import { Button } from '../controls/Button.tsx';
import { Choice } from '../controls/Choice.tsx';
import { Disclosure } from '../controls/Disclosure.tsx';
import { Notice } from '../controls/Notice.tsx';
import type { Ledger, LedgerClient } from '../hooks/ledger-client.ts';
import { DOCUMENT_TYPE_NAMES, LABEL_NAMES } from '../i18n/names.ts';
import { counted, formatCount, formatShare, useTranslate } from '../i18n/translate.ts';
import { PageFrame } from '../layout/PageFrame.tsx';
import { StageMark } from '../stage/StageMark.tsx';
import { TrendPlot } from './TrendPlot.tsx';
import { entriesOf, trendOf } from './trend.ts';
import './ledger.css';

/** Rows of the table; older entries are in the export. */
const LISTED = 200;

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

export interface LedgerViewProps {
  readonly ledger: Ledger | null;
  readonly client: Pick<LedgerClient, 'csv' | 'clear'>;
  readonly onSaveFile: (name: string, text: string) => void;
}

/** How the mix of one's documents moves over months. */
export function LedgerView({ ledger, client, onSaveFile }: LedgerViewProps) {
  const translate = useTranslate();
  const [type, setType] = useState<DocumentType | null>(null);
  const [sure, setSure] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const clear = async () => {
    setSure(false);
    const outcome = await client.clear();
    setTrouble(outcome.ok ? null : translate(outcome.message.key, ...outcome.message.values));
  };
  const entries = entriesOf(ledger ?? [], type);
  // The plot is drawn anew for another trend only.
  const trend = useMemo(() => trendOf(entries), [ledger, type]);
  const present = DOCUMENT_TYPES.filter((candidate) => ledger?.some((entry) => entry.type === candidate));
  return (
    <PageFrame page="ledger" title={translate('ledgerTitle')} lead={translate('ledgerLead')}>
      {trouble !== null && <Notice kind="error">{trouble}</Notice>}
      {ledger === null && <p role="status">{translate('pageLoading')}</p>}
      {ledger !== null && ledger.length === 0 && (
        <div class="ledger-empty">
          <p class="ledger-empty-title">{translate('ledgerEmptyTitle')}</p>
          <p class="soft">{translate('ledgerEmptyBody')}</p>
        </div>
      )}
      {ledger !== null && ledger.length > 0 && (
        <>
          {present.length > 1 && (
            <Choice
              legend={translate('ledgerType')}
              hideLegend
              value={type ?? 'all'}
              options={[
                { value: 'all', name: translate('ledgerAll') },
                ...present.map((value) => ({ value, name: translate(DOCUMENT_TYPE_NAMES[value]) })),
              ]}
              onChange={(value: DocumentType | 'all') => setType(value === 'all' ? null : value)}
            />
          )}
          <figure class="ledger-figure">
            <figcaption class="ledger-legend">
              {STAGES.map((stage) => (
                <span key={stage} class="ledger-key">
                  <StageMark label={stage} /> {translate(LABEL_NAMES[stage])}
                </span>
              ))}
              {trend.span > 1 && (
                <span class="faint">{translate(trend.span === 7 ? 'ledgerWeeks' : 'ledgerMonths')}</span>
              )}
            </figcaption>
            <TrendPlot trend={trend} name={counted(translate, 'ledgerPlot', entries.length)} />
          </figure>
          <Disclosure summary={counted(translate, 'ledgerTable', entries.length)}>
            <EntryTable entries={entries} />
          </Disclosure>
          <div class="page-actions">
            <Button icon="download" onClick={() => onSaveFile('stagemark-ledger.csv', client.csv(ledger))}>
              {translate('ledgerExport')}
            </Button>
            {sure ? (
              <>
                <Button kind="danger" icon="remove" onClick={() => void clear()}>
                  {counted(translate, 'ledgerDeleteSure', ledger.length)}
                </Button>
                <Button onClick={() => setSure(false)}>{translate('ledgerKeep')}</Button>
              </>
            ) : (
              <Button kind="danger" icon="remove" onClick={() => setSure(true)}>
                {translate('ledgerDelete')}
              </Button>
            )}
          </div>
        </>
      )}
      <p class="faint ledger-note">{translate('ledgerNote')}</p>
    </PageFrame>
  );
}

/** The same figures as the plot's, for reading and for screen readers. */
function EntryTable({ entries }: { readonly entries: Ledger }) {
  const translate = useTranslate();
  return (
    <div class="page-scroll">
      <table class="page-table number">
        <caption class="for-screen-readers">{translate('ledgerTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{translate('ledgerDay')}</th>
            <th scope="col">{translate('ledgerType')}</th>
            {STAGES.map((stage) => (
              <th key={stage} scope="col" class="page-figure">
                {translate(LABEL_NAMES[stage])}
              </th>
            ))}
            <th scope="col" class="page-figure">
              {translate('ledgerWords')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...entries]
            .reverse()
            .slice(0, LISTED)
            .map((entry) => (
              <tr key={`${entry.day} ${entry.document}`}>
                <th scope="row">{dayFormat.format(Date.parse(entry.day))}</th>
                <td>{translate(DOCUMENT_TYPE_NAMES[entry.type])}</td>
                {STAGES.map((stage) => (
                  <td key={stage} class="page-figure">
                    {formatShare(entry.mix[stage])}
                  </td>
                ))}
                <td class="page-figure">{formatCount(entry.mix.words)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
