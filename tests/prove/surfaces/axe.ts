import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { buildGallery } from '../gallery/serve.ts';

/** What axe says of a page, as far as it is asked here. */
interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
declare global {
  interface Window {
    axe: { run(context: Element, options: object): Promise<AxeResult> };
  }
}

export interface AxeProof {
  /** Surfaces in a state and a colour scheme that were looked at. */
  readonly surfaces: number;
  readonly violations: number;
  readonly found: readonly string[];
}

/** Runs axe on every surface in every state, in light and (unless `quick`) in dark. */
export async function proveAxe(browser: Browser, quick: boolean): Promise<AxeProof> {
  const gallery = await buildGallery();
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const found: string[] = [];
  let surfaces = 0;
  for (const colorScheme of quick ? (['light'] as const) : (['light', 'dark'] as const)) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1100, height: 800 } });
    await gallery.attach(page);
    await page.goto(gallery.address('popup', 'typical'));
    const states = (await page.evaluate(() => window.galleryStates)) ?? {};
    for (const [surface, names] of Object.entries(states)) {
      for (const state of names) {
        await page.goto(gallery.address(surface, state));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() =>
          window.axe.run(document.documentElement, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
          }),
        );
        surfaces++;
        for (const { id, nodes } of violations)
          found.push(`${surface}, ${state}, ${colorScheme}: ${id} (${nodes[0]?.html.slice(0, 120)})`);
      }
    }
    await page.close();
  }
  return { surfaces, violations: found.length, found };
}
