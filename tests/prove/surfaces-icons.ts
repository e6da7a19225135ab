/**
 * Draws the toolbar icons `public/icon/*.png` from `components/design/icon/icon.svg`: node tests/prove/surfaces-icons.ts
 * The drawing lies on the grid of 16 pixels, so that the smallest size is as sharp as the largest.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../run/browser.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SIZES = [16, 32, 48, 128];

const browser = await chromium.launch({ executablePath: ensureBrowser(console.error), args: ['--no-sandbox'] });
const page = await browser.newPage();
const svg = readFileSync(join(ROOT, 'components', 'design', 'icon', 'icon.svg'), 'utf8');
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  writeFileSync(join(ROOT, 'public', 'icon', `${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
