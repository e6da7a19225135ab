import type { SurfaceState } from '../../lib/model/tab.ts';
import type { TabUpdate } from '../hooks/tab-client.ts';

/** Every reason for which a surface shows a notice instead of a report. */
export const NOTICES = [
  'loading',
  'unreachable',
  'failed',
  'waiting',
  'no-document',
  'needs-reload',
  'unreadable',
  'off',
  'reading',
  'empty',
  'too-short',
  'not-english',
] as const;
export type NoticeId = (typeof NOTICES)[number];

/** What stands in the way of a report, or null when there is one to show. */
export function noticeFor(update: TabUpdate | null, surface: SurfaceState | undefined): NoticeId | null {
  if (update === null) return 'loading';
  if (!update.ok) return update.error;
  const { status } = update.state;
  if (status !== 'ready' && status !== 'reading') return status;
  const report = surface?.report ?? null;
  if (report === null) return 'reading';
  return report.state === 'ready' ? null : report.state;
}
