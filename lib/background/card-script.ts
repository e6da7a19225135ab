import { browser } from 'wxt/browser';

/** The built file of `entrypoints/card.content.ts`. */
const CARD_SCRIPT = '/content-scripts/card.js';

/** Runs the card's script in the top frame of a tab, beside the content script that asked for it. */
export async function bringCard(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [CARD_SCRIPT] });
}
