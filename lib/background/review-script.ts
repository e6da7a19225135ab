import { browser } from 'wxt/browser';

/** The built file of `entrypoints/review.content.ts`. */
const REVIEW_SCRIPT = '/content-scripts/review.js';

/** Runs the review script in the top frame of a tab, beside the content script that asked for it. */
export async function bringReview(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [REVIEW_SCRIPT] });
}
