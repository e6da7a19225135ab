import { highlightName } from '../marks/css-highlights-sheet.ts';
import { STAGES } from '../model/stage.ts';
import type { Clock } from '../platform/clock.ts';
import { runtimeAlive } from '../platform/runtime.ts';

/** How often a visible page looks whether its extension is still there, in milliseconds. */
const LOOK_EVERY_MS = 5000;
/** Elements of ours in the host's page. */
const OWN_ELEMENTS = 'stagemark-marks, stagemark-card';

/** Removes what an earlier instance left in the page: after an update the old script is dead, but its nodes stay. */
export function removeLeftovers(page: Document): void {
  for (const element of page.querySelectorAll(OWN_ELEMENTS)) element.remove();
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return;
  // By name: content scripts in Firefox cannot walk over the registry.
  for (const stage of STAGES) CSS.highlights.delete(highlightName(stage));
}

/**
 * A signal that aborts with `outer`, and also when the extension behind this script was updated or removed: then nobody
 * tells the script, so it looks, slowly, and only while the page is visible.
 */
export function lifetimeOf(
  outer: AbortSignal,
  clock: Clock,
  alive: () => boolean = runtimeAlive,
  page: Document = document,
): AbortSignal {
  const dead = new AbortController();
  const signal = AbortSignal.any([outer, dead.signal]);
  let waiting = false;
  const look = () => {
    waiting = false;
    if (signal.aborted) return;
    if (!alive()) dead.abort();
    else if (page.visibilityState === 'visible' && !waiting) {
      waiting = true;
      clock.after(LOOK_EVERY_MS, look, signal);
    }
  };
  page.addEventListener(
    'visibilitychange',
    () => {
      if (page.visibilityState === 'visible' && !waiting) look();
    },
    { signal },
  );
  look();
  return signal;
}
