import { useState } from 'preact/hooks';
import { LABELS, type Label } from '../../lib/model/stage.ts';
import { Button } from '../controls/Button.tsx';
import { Notice } from '../controls/Notice.tsx';
import type { Accuracy } from '../hooks/accuracy.ts';
import type { Outcome } from '../hooks/settings-client.ts';
import { LABEL_NAMES } from '../i18n/names.ts';
import { formatCount, formatShare, useTranslate } from '../i18n/translate.ts';
import { PageFrame } from '../layout/PageFrame.tsx';
import { PagePart } from '../layout/PagePart.tsx';
import { StageMark } from '../stage/StageMark.tsx';
import type { Agreement } from './agreement.ts';
import './trust.css';

/** Permissions of the manifest with the keys of why each is asked for. */
const PERMISSIONS: readonly { readonly name: string; readonly why: string }[] = [
  { name: 'docs.google.com, notion.so, notion.com, notion.site', why: 'trustWhyHosts' },
  { name: 'storage', why: 'trustWhyStorage' },
  { name: 'contextMenus', why: 'trustWhyMenus' },
  { name: 'scripting', why: 'trustWhyScripting' },
  { name: 'sidePanel', why: 'trustWhyPanel' },
];

export interface StoredItem {
  readonly key: string;
  readonly bytes: number;
}

export interface TrustViewProps {
  /** The permissions that this build really has. */
  readonly permissions: readonly string[];
  readonly stored: readonly StoredItem[] | null;
  readonly agreement: Agreement | null;
  readonly accuracy: Accuracy | null;
  readonly onDelete: (key: string) => Promise<Outcome>;
}

/** What a reader needs in order to trust Stagemark: what it may do, what it keeps, how often it is right. */
export function TrustView({ permissions, stored, agreement, accuracy, onDelete }: TrustViewProps) {
  const translate = useTranslate();
  const asked = PERMISSIONS.filter(({ name }) => name.includes('.') || permissions.includes(name));
  return (
    <PageFrame page="trust" title={translate('trustTitle')} lead={translate('trustLead')}>
      <PagePart title={translate('trustRequests')} lead={translate('trustRequestsLead')}>
        <ul class="trust-points">
          {['trustPoint1', 'trustPoint2', 'trustPoint3', 'trustPoint4'].map((key) => (
            <li key={key}>{translate(key)}</li>
          ))}
        </ul>
      </PagePart>
      <PagePart title={translate('trustPermissions')}>
        <div class="page-scroll">
          <table class="page-table">
            <thead>
              <tr>
                <th scope="col">{translate('trustPermission')}</th>
                <th scope="col">{translate('trustWhy')}</th>
              </tr>
            </thead>
            <tbody>
              {asked.map(({ name, why }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{translate(why)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </PagePart>
      <PagePart title={translate('trustStored')} lead={translate('trustStoredLead')}>
        <Stored stored={stored} onDelete={onDelete} />
      </PagePart>
      <PagePart title={translate('trustAccuracy')} lead={translate('trustAccuracyLead')}>
        {accuracy === null ? <p class="soft">{translate('trustAccuracyNone')}</p> : <Measured accuracy={accuracy} />}
      </PagePart>
      <PagePart title={translate('trustAgreement')} lead={translate('trustAgreementLead')}>
        <p>
          {agreement === null || agreement.corrected === 0
            ? translate('trustAgreementNone')
            : translate('trustAgreementFigure', formatCount(agreement.confirmed), formatCount(agreement.corrected))}
        </p>
      </PagePart>
    </PageFrame>
  );
}

interface StoredProps {
  readonly stored: readonly StoredItem[] | null;
  readonly onDelete: (key: string) => Promise<Outcome>;
}

/** Keys of what stored items are. What is not among them is shown by its own name. */
const STORED_NAMES: Readonly<Record<string, string>> = {
  preferences: 'storedPreferences',
  switches: 'storedSwitches',
  documents: 'storedDocuments',
  corrections: 'storedCorrections',
  packs: 'storedPacks',
  news: 'storedNews',
  ledger: 'storedLedger',
};

function Stored({ stored, onDelete }: StoredProps) {
  const translate = useTranslate();
  const [trouble, setTrouble] = useState<string | null>(null);
  const remove = async (key: string) => {
    const outcome = await onDelete(key);
    setTrouble(outcome.ok ? null : translate(outcome.message.key, ...outcome.message.values));
  };
  if (stored === null) return <p role="status">{translate('pageLoading')}</p>;
  if (stored.length === 0) return <p class="soft">{translate('trustStoredNone')}</p>;
  return (
    <>
      {trouble !== null && <Notice kind="error">{trouble}</Notice>}
      <div class="page-scroll">
        <table class="page-table">
          <thead>
            <tr>
              <th scope="col">{translate('trustStoredWhat')}</th>
              <th scope="col" class="page-figure">
                {translate('trustStoredSize')}
              </th>
              <th scope="col">
                <span class="for-screen-readers">{translate('trustDelete')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {stored.map(({ key, bytes }) => {
              const name = translate(STORED_NAMES[key] ?? '') || key;
              return (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td class="page-figure number">{translate('trustBytes', formatCount(bytes))}</td>
                  <td class="page-figure">
                    <Button
                      kind="quiet"
                      icon="remove"
                      label={translate('trustDeleteOf', name)}
                      onClick={() => void remove(key)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The classifier's measured figures: per label, and where it goes astray. */
function Measured({ accuracy }: { readonly accuracy: Accuracy }) {
  const translate = useTranslate();
  return (
    <>
      <p class="soft">
        {translate(
          'trustAccuracyHow',
          formatCount(accuracy.documents),
          formatCount(accuracy.passages),
          formatShare(accuracy.accuracy),
          formatCount(accuracy.organisations),
        )}
      </p>
      <div class="page-scroll">
        <table class="page-table number">
          <caption class="trust-caption">{translate('trustPerStage')}</caption>
          <thead>
            <tr>
              <th scope="col">{translate('mixStage')}</th>
              <th scope="col" class="page-figure">
                {translate('trustPrecision')}
              </th>
              <th scope="col" class="page-figure">
                {translate('trustRecall')}
              </th>
              <th scope="col" class="page-figure">
                {translate('trustPassages')}
              </th>
            </tr>
          </thead>
          <tbody>
            {LABELS.map((label) => {
              const figures = accuracy.labels[label];
              return (
                <tr key={label}>
                  <LabelHead label={label} />
                  <td class="page-figure">{formatShare(figures.precision)}</td>
                  <td class="page-figure">{formatShare(figures.recall)}</td>
                  <td class="page-figure">{formatCount(figures.passages)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Confusion confusion={accuracy.confusion} />
    </>
  );
}

function Confusion({ confusion }: { readonly confusion: Accuracy['confusion'] }) {
  const translate = useTranslate();
  return (
    <div class="page-scroll">
      <table class="page-table number trust-confusion">
        <caption class="trust-caption">{translate('trustConfusion')}</caption>
        <thead>
          <tr>
            <th scope="col">{translate('trustIs')}</th>
            {LABELS.map((label) => (
              <th key={label} scope="col" class="page-figure">
                {translate(LABEL_NAMES[label])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LABELS.map((label) => (
            <tr key={label}>
              <LabelHead label={label} />
              {LABELS.map((read) => (
                <td key={read} class={`page-figure ${read === label ? 'trust-right' : ''}`}>
                  {formatCount(confusion[label][read])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LabelHead({ label }: { readonly label: Label }) {
  const translate = useTranslate();
  return (
    <th scope="row">
      <span class="trust-label">
        <StageMark label={label} />
        {translate(LABEL_NAMES[label])}
      </span>
    </th>
  );
}
