import { browser } from 'wxt/browser';
import { faults } from '../../lib/platform/faults.ts';
import { createItem } from '../../lib/platform/item.ts';
import { localArea } from '../../lib/platform/storage.ts';
import { newsItem } from '../../lib/settings/news.ts';
import { newsFor } from '../release-notes/news.ts';
import type { NewsClient } from '../release-notes/ReleaseNotes.tsx';
import releases from '../release-notes/releases.json';

const item = createItem(newsItem, localArea);
const current = () => browser.runtime.getManifest().version;

async function dismiss(): Promise<void> {
  try {
    await item.update(() => ({ seen: current() }));
  } catch (error) {
    faults.note('keeping that the news was seen', error);
  }
}

/** The news of this build. Whoever opens the popup for the first time has seen nothing older, so nothing is news to them. */
export const liveNews: NewsClient = {
  async read() {
    const { seen } = (await item.read()).value;
    if (seen === null) await dismiss();
    return newsFor(releases, seen, current());
  },
  dismiss,
};
