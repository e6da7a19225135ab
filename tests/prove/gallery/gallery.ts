/**
 * Photographs every surface in every state and look into a folder outside the project, with an index page to look through:
 * npm run gallery -- [FOLDER] [--only SURFACE]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from '../../run/browser.ts';
import { buildGallery, type Gallery } from './serve.ts';
import { type Look, looksOf } from './shots.ts';
import type { States } from './states.ts';

/** Height of the window; pictures show the whole page. */
const HEIGHT = 700;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const folder = resolve(positionals[0] ?? join(tmpdir(), 'stagemark-gallery'));
mkdirSync(folder, { recursive: true });

interface Shot {
  readonly surface: string;
  readonly state: string;
  readonly look: Look;
  readonly file: string;
  /** The surface is wider than the window: something is cut off or scrolls sideways. */
  readonly overflows: boolean;
}

async function readStates(browser: Browser, gallery: Gallery): Promise<States> {
  const page = await browser.newPage();
  await gallery.attach(page);
  await page.goto(gallery.address('popup', 'typical'));
  const states = await page.evaluate(() => window.galleryStates);
  await page.close();
  if (states === undefined) throw new Error('The gallery page told no states.');
  return states;
}

async function shoot(browser: Browser, gallery: Gallery, surface: string, state: string, look: Look): Promise<Shot> {
  const context = await browser.newContext({ ...look.options, viewport: { width: look.width, height: HEIGHT } });
  const page = await context.newPage();
  await gallery.attach(page);
  await page.goto(gallery.address(surface, state));
  if (look.text !== 1) await page.addStyleTag({ content: `html{font-size:${look.text * 100}%!important}` });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  const overflows = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  const file = `${surface}-${state}-${look.name}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true, animations: 'disabled' });
  await context.close();
  return { surface, state, look, file, overflows };
}

function indexPage(shots: readonly Shot[]): string {
  const surfaces = [...new Set(shots.map((shot) => shot.surface))];
  const figures = (surface: string) =>
    shots
      .filter((shot) => shot.surface === surface)
      .map(
        ({ state, look, file, overflows }) =>
          `<figure><figcaption>${state}, ${look.name}${overflows ? ' (overflows)' : ''}</figcaption><a href="${file}"><img loading="lazy" src="${file}" alt="${surface}, ${state}, ${look.name}"></a></figure>`,
      )
      .join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stagemark surfaces</title><style>
body{font:14px system-ui;margin:24px;background:#d9d9d6;color:#1b1c20}nav a{margin-right:16px}
.row{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}figure{margin:0}img{max-width:480px;max-height:900px;display:block}
</style><h1>Stagemark surfaces</h1><nav>${surfaces.map((name) => `<a href="#${name}">${name}</a>`).join('')}</nav>${surfaces
    .map((name) => `<h2 id="${name}">${name}</h2><div class="row">${figures(name)}</div>`)
    .join('')}</html>`;
}

const gallery = await buildGallery();
const browser = await chromium.launch({ executablePath: ensureBrowser(console.error), args: ['--no-sandbox'] });
const states = await readStates(browser, gallery);
const shots: Shot[] = [];
for (const [surface, names] of Object.entries(states)) {
  if (values.only !== undefined && values.only !== surface) continue;
  for (const state of names)
    for (const look of looksOf(surface, state)) shots.push(await shoot(browser, gallery, surface, state, look));
  console.log(`${surface}: ${names.length} states`);
}
await browser.close();
writeFileSync(join(folder, 'index.html'), indexPage(shots));
const overflowing = shots.filter((shot) => shot.overflows).map((shot) => shot.file);
console.log(`${shots.length} pictures in ${join(folder, 'index.html')}`);
if (overflowing.length > 0) console.log(`wider than their window: ${overflowing.join(', ')}`);
