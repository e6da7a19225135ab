import type { TabState } from '../../lib/model/tab.ts';

/** Whether everything that a tab shows has been read, labelled, reviewed and marked to the end. */
export const isSettled = ({ status, surfaces, health }: TabState): boolean =>
  status === 'ready' &&
  health.drawing === false &&
  surfaces.length > 0 &&
  surfaces.every(({ settled, report }) => settled && report?.state === 'ready');
