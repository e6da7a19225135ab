import { afterEach, expect, it } from 'vitest';
import { createGoogleDocsHost } from '../../../lib/hosts/google-docs/host.ts';
import type { HostState } from '../../../lib/hosts/host.ts';
import { newCounters } from '../../simulators/google-docs/counters.ts';
import { Editor } from '../../simulators/google-docs/editor.ts';
import { documentTabs } from '../../simulators/google-docs/generate.ts';
import { parseOptions } from '../../simulators/google-docs/options.ts';
import { buildShell } from '../../simulators/google-docs/shell.ts';
import { View } from '../../simulators/google-docs/view.ts';

const stop = new AbortController();
afterEach(() => stop.abort());

// The page-world script is started in other files only: here the page was open before the extension came.
it('asks for a reload of a page that was open before the extension came, and touches nothing of it', async () => {
  const options = parseOptions(new URLSearchParams());
  const shell = buildShell(options, 'Opened long ago');
  new View(new Editor(documentTabs(options), options), shell, options, newCounters()).paint();
  const before = document.documentElement.outerHTML;
  const states: HostState[] = [];
  const address = () => 'https://docs.google.com/document/d/opened-before/edit';
  const host = createGoogleDocsHost({ address });
  host.start(
    { appeared: () => undefined, vanished: () => undefined, stateChanged: (state) => states.push(state) },
    stop.signal,
  );
  await expect.poll(() => states.at(-1), { timeout: 5000 }).toBe('needs-reload');
  expect(document.documentElement.outerHTML).toBe(before);
  expect(host.health().facts).toMatchObject({ api: 'absent', way: 'none' });
});
