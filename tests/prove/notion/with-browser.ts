import { type Browser, type LaunchOptions, launchChromium } from '../../harness/chromium.ts';

/** Runs something with a browser of its own and closes it whatever happens. */
export async function withBrowser<T>(options: LaunchOptions, use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchChromium(options);
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
