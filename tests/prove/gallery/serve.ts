import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { Page } from 'playwright-core';
import { build } from 'vite';

/** Where the gallery's pages seem to live; nothing is asked of the network. */
const ORIGIN = 'https://gallery.invalid';
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  woff2: 'font/woff2',
};

export interface Gallery {
  /** Answers the gallery's addresses on a page. */
  attach(page: Page): Promise<void>;
  address(surface: string, state: string): string;
}

/** Bundles the gallery in memory. */
export async function buildGallery(): Promise<Gallery> {
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    plugins: [preact()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, 'index.html') },
    },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error('Bundling the gallery gave no files.');
  const files = new Map(result.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
  return {
    async attach(page) {
      await page.route(`${ORIGIN}/**`, (route) => {
        const path = new URL(route.request().url()).pathname.slice(1) || 'index.html';
        const body = files.get(path);
        if (body === undefined) return route.fulfill({ status: 404, body: '' });
        const contentType = TYPES[path.split('.').pop() ?? ''] ?? 'application/octet-stream';
        return route.fulfill({ contentType, body: typeof body === 'string' ? body : Buffer.from(body) });
      });
    },
    address: (surface, state) => `${ORIGIN}/?surface=${surface}&state=${state}`,
  };
}
