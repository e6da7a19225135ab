import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { DOCUMENT_MATCHES } from './lib/hosts/matches.ts';

/** Firefox shows CSS highlights from 140 on; the marks in Notion need them. */
const FIREFOX_MINIMUM = '140.0';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  experimental: { escapeUnicode: true },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'contextMenus'],
    host_permissions: [...DOCUMENT_MATCHES],
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
