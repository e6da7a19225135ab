import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Simulator } from '../simulator.ts';

const ORIGIN = 'https://saved-pages.notion.site';

/** Real pages saved by a browser, served as published pages. */
export interface SavedPages extends Simulator {
  /** File name and address of every page in the folder. */
  readonly pages: readonly { readonly file: string; readonly url: string }[];
}

/** Serves every `.html` file of a folder under a `*.notion.site` address; what they refer to is empty. */
export function savedPages(folder: string): SavedPages {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.html'))
        .sort()
    : [];
  return {
    patterns: [`${ORIGIN}/**`],
    pages: files.map((file) => ({ file, url: `${ORIGIN}/${encodeURIComponent(file.replace(/\.html$/, ''))}` })),
    async respond(url) {
      const file = files.find((name) => `/${encodeURIComponent(name.replace(/\.html$/, ''))}` === url.pathname);
      if (file === undefined) return { status: 204, headers: {}, body: '' };
      const body = readFileSync(join(folder, file));
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
    },
  };
}
