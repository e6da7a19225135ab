import { readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';

/** Size of the README's picture, in CSS pixels. */
const SIZE = { width: 1280, height: 800 };

const asDataUrl = (file: string) => `data:image/png;base64,${readFileSync(file).toString('base64')}`;

/** Lays a popup's screenshot over a document's, where the browser would open it, and writes the picture. */
export async function composePicture(
  context: BrowserContext,
  document: string,
  popup: string,
  target: string,
): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(SIZE);
  await page.setContent(
    `<body style="margin:0;background:url(${asDataUrl(document)})">
      <img src="${asDataUrl(popup)}" style="position:fixed;top:12px;right:16px;border-radius:10px;box-shadow:0 8px 40px #0004,0 0 0 1px #0002">`,
  );
  await page.screenshot({ path: target });
  await page.close();
}
