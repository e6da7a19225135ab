import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { DOCUMENT_MATCHES } from './lib/hosts/matches.ts';
import { thirdPartyNotices } from './tests/run/packages.ts';

/** Firefox shows CSS highlights from 140 on; the marks in Notion need them. */
const FIREFOX_MINIMUM = '140.0';

/**
 * What popup, panel and pages share goes into one file, and all styles into another: a popup waits for each file it needs.
 * The list of passages stays apart, because the popup opens without it.
 */
function isOfSurfaces(id: string): boolean {
  const shared = /[\\/](components|lib[\\/](messaging|model|platform|marks)|node_modules[\\/](preact|zod))[\\/]/.test(
    id,
  );
  return shared && !/[\\/](PassageList\.tsx|use-virtual-list\.ts)/.test(id);
}

/** For builds of pages only: a content script or a background is one file, for which splitting is no valid option. */
const shareAmongSurfaces: Plugin = {
  name: 'share-among-surfaces',
  outputOptions: (options) => {
    if (options.format === 'iife') return null;
    return { ...options, codeSplitting: { groups: [{ name: 'surface', test: isOfSurfaces, minShareCount: 3 }] } };
  },
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  // Without the preload polyfill: it calls fetch, and pages of the extension make no request at all.
  vite: () => ({
    plugins: [preact(), shareAmongSurfaces],
    // WXT's own context of a content script is 3 kB that every page would carry, and nothing here uses but its signal.
    resolve: {
      alias: { 'wxt/utils/content-script-context': join(import.meta.dirname, 'lib/platform/script-context.ts') },
    },
    build: { cssCodeSplit: false, modulePreload: { polyfill: false } },
  }),
  experimental: { escapeUnicode: true },
  hooks: {
    'build:publicAssets': (_, assets) => {
      assets.push({ relativeDest: 'THIRD-PARTY-NOTICES.txt', contents: thirdPartyNotices() });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // `scripting` brings the content scripts into tabs that were open before an install or update.
    permissions: ['storage', 'contextMenus', 'scripting'],
    host_permissions: [...DOCUMENT_MATCHES],
    // At most four commands may suggest keys. Alt+Shift keeps clear of both hosts' own shortcuts.
    commands: {
      'next-passage': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandNextPassage__' },
      'previous-passage': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandPreviousPassage__' },
      why: { suggested_key: { default: 'Alt+Shift+Y' }, description: '__MSG_commandWhy__' },
      'toggle-marks': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_commandToggleMarks__' },
    },
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'stagemark@stagemark.example',
          strict_min_version: FIREFOX_MINIMUM,
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
