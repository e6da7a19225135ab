import { existsSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './tests/run/browser.ts';

const executablePath = findBrowser();
if (executablePath !== null && !existsSync(executablePath))
  throw new Error(`CHROME_PATH names no file: ${executablePath}`);

/** Packages that DOM tests load in the browser, with what they load. */
const BROWSER_DEPENDENCIES = [
  '@tanstack/virtual-core',
  'axe-core',
  'entities',
  'fast-check',
  'fflate',
  'htmlparser2',
  'marked',
  'preact',
  'preact/hooks',
  'preact/jsx-dev-runtime',
  'preact/jsx-runtime',
  'prosemirror-commands',
  'prosemirror-history',
  'prosemirror-inputrules',
  'prosemirror-keymap',
  'prosemirror-model',
  'prosemirror-schema-basic',
  'prosemirror-schema-list',
  'prosemirror-state',
  'prosemirror-view',
  'uplot',
  'zod/mini',
];

/** What is measured in a browser, and so needs the machine for itself. */
const TIMED = 'tests/e2e/evaluation.test.ts';

/** What a page shows comes when the browser gets to it: on a busy machine that takes many times as long as on a quiet one. */
const PATIENCE = {
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000, interval: 100 } },
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact()],
        test: {
          name: 'unit',
          environment: 'node',
          // Nothing in these tests waits for a clock: the time is for a machine that does other work beside them.
          testTimeout: 30_000,
          include: [
            'tests/unit/**/*.test.{ts,tsx}',
            'tests/fuzz/*.test.ts',
            'tests/attacks/*.test.ts',
            'tests/zip/*.test.ts',
            'tests/store/*.test.ts',
            'tests/architecture.test.ts',
          ],
        },
      },
      {
        // What the built bundles hold and weigh; needs `wxt build` for Chrome and Firefox first.
        test: { name: 'bundle', environment: 'node', include: ['tests/bundle.test.ts'] },
      },
      {
        plugins: [preact()],
        // Named here, or Vite finds them one by one and reloads a test in the middle.
        optimizeDeps: { include: BROWSER_DEPENDENCIES },
        test: {
          name: 'dom',
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          ...PATIENCE,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [TIMED],
          // Each file has a browser of its own, which waits for most of its time: two share the machine.
          maxWorkers: 2,
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'e2e-timed',
          environment: 'node',
          include: [TIMED],
          // After all others, and alone.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          ...PATIENCE,
        },
      },
    ],
  },
});
