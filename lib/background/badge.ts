import { browser } from 'wxt/browser';
import { PALETTE } from '../marks/palette.ts';
import type { Badge } from '../messaging/content-to-background.ts';
import { faults } from '../platform/faults.ts';

/** Shown where something is worth a look: a dot is calmer than a number or an exclamation mark. */
const DOT = '•';
/** Behind the dot and where no stage leads. */
const QUIET_COLOUR = '#5f6368';

/** What the toolbar icon shows for a badge: text and background colour. */
export function badgeLook(badge: Badge): { readonly text: string; readonly colour: string } {
  if (badge.worthALook) return { text: DOT, colour: QUIET_COLOUR };
  if (badge.stage === null) return { text: '', colour: QUIET_COLOUR };
  const { letter, colour } = PALETTE.light[badge.stage];
  return { text: letter, colour };
}

/** Puts a badge on the icon of one tab. The browser takes it away when the tab navigates. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  const { text, colour } = badgeLook(badge);
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: colour });
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  } catch (error) {
    // The tab closed between the message and now; there is no icon left to paint.
    if (!/no tab with id|invalid tab id/i.test(String(error))) faults.note('badge', error);
  }
}
