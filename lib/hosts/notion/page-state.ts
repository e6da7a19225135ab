import type { HostState } from '../host.ts';
import { isChat } from './address.ts';
import { APP, LEAF, MAIN_FRAME, SKELETON } from './selectors.ts';

/** How long (ms) a page without a document may still be starting. */
const START_MS = 8000;
/** How long (ms) a page without the app's element may take to bring it. */
const NO_APP_MS = 3000;

/**
 * What a page without any document is: still starting, or no document (home, chat, a database that fills the page).
 * @param age time (ms) since the host began to watch.
 */
export function pageState(age: number): HostState {
  const app = document.querySelector(APP);
  if (app === null) return age < NO_APP_MS || document.readyState !== 'complete' ? 'waiting' : 'no-document';
  if (isChat(new URL(location.href))) return 'no-document';
  const frame = app.querySelector(MAIN_FRAME);
  if (frame?.querySelector(LEAF) != null) return 'no-document';
  const starting = frame === null || app.querySelector(SKELETON) !== null || frame.textContent === '';
  return starting && age < START_MS ? 'waiting' : 'no-document';
}
