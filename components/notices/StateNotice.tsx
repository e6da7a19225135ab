import type { ComponentChildren } from 'preact';
import type { TabState } from '../../lib/model/tab.ts';
import { Button } from '../controls/Button.tsx';
import { formatShare, useTranslate } from '../i18n/translate.ts';
import type { NoticeId } from './notice-for.ts';
import './notices.css';

type OffReason = NonNullable<TabState['off']>;

const TEXTS: Readonly<Record<Exclude<NoticeId, 'loading' | 'off'>, { readonly title: string; readonly body: string }>> =
  {
    unreachable: { title: 'noticeUnreachableTitle', body: 'noticeUnreachableBody' },
    failed: { title: 'noticeFailedTitle', body: 'noticeFailedBody' },
    waiting: { title: 'noticeWaitingTitle', body: 'noticeWaitingBody' },
    'no-document': { title: 'noticeNoDocumentTitle', body: 'noticeNoDocumentBody' },
    'needs-reload': { title: 'noticeNeedsReloadTitle', body: 'noticeNeedsReloadBody' },
    unreadable: { title: 'noticeUnreadableTitle', body: 'noticeUnreadableBody' },
    reading: { title: 'noticeReadingTitle', body: 'noticeReadingBody' },
    empty: { title: 'noticeEmptyTitle', body: 'noticeEmptyBody' },
    'too-short': { title: 'noticeTooShortTitle', body: 'noticeTooShortBody' },
    'not-english': { title: 'noticeNotEnglishTitle', body: 'noticeNotEnglishBody' },
  };

const OFF_TEXTS: Readonly<Record<OffReason, string>> = {
  'off-document': 'noticeOffDocument',
  'off-site': 'noticeOffSite',
  'off-everywhere': 'noticeOffEverywhere',
  snoozed: 'noticeOffSnoozed',
  managed: 'noticeOffManaged',
};

export interface StateNoticeProps {
  readonly id: NoticeId;
  readonly off: TabState['off'];
  /** Share of the document read so far, 0-1. */
  readonly progress: number;
  readonly onReload: () => void;
  /** Opens the checker page; absent inside it. */
  readonly onChecker?: (() => void) | undefined;
  /** Something below the text. */
  readonly children?: ComponentChildren;
}

/** One state of the document in plain words: what it is, why, and what to do. */
export function StateNotice({ id, off, progress, onReload, onChecker, children }: StateNoticeProps) {
  const translate = useTranslate();
  if (id === 'loading') return <Skeleton label={translate('noticeLoading')} />;
  const title = id === 'off' ? translate('noticeOffTitle') : translate(TEXTS[id].title);
  const body = id === 'off' ? translate(OFF_TEXTS[off ?? 'off-document']) : translate(TEXTS[id].body);
  const reload = id === 'needs-reload' || id === 'unreachable' || id === 'failed' || id === 'unreadable';
  const checker = id === 'no-document' || id === 'unreadable';
  return (
    <div class="state" role="status">
      <h2 class="state-title">{title}</h2>
      <p class="state-body">{body}</p>
      {(id === 'reading' || id === 'waiting') && <Progress share={progress} name={title} />}
      {(reload || (checker && onChecker)) && (
        <div class="state-actions">
          {reload && (
            <Button kind="main" onClick={onReload}>
              {translate('noticeReload')}
            </Button>
          )}
          {checker && onChecker && <Button onClick={onChecker}>{translate('noticeChecker')}</Button>}
        </div>
      )}
      {children}
    </div>
  );
}

function Progress({ share, name }: { readonly share: number; readonly name: string }) {
  return (
    <progress class="state-progress" max={1} value={share} aria-label={name}>
      {formatShare(share)}
    </progress>
  );
}

/** The calm outline of what is about to come; shown only while the tab has not answered yet. */
function Skeleton({ label }: { readonly label: string }) {
  return (
    <div class="skeleton" role="status">
      <span class="for-screen-readers">{label}</span>
      <span class="skeleton-bar" />
      <span class="skeleton-line" />
      <span class="skeleton-line" />
      <span class="skeleton-line" />
    </div>
  );
}
