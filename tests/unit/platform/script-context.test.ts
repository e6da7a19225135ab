import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ContentScriptContext } from '../../../lib/platform/script-context.ts';

beforeEach(() => vi.stubGlobal('document', new EventTarget()));
afterEach(() => vi.unstubAllGlobals());

test('a content script ends when it starts again in the same page, and no other does', () => {
  const first = new ContentScriptContext('notion');
  const other = new ContentScriptContext('card');
  const second = new ContentScriptContext('notion');
  expect([first, other, second].map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
});

test('a content script goes on when the page sends something else under the same name', () => {
  const { signal } = new ContentScriptContext('notion');
  document.dispatchEvent(new Event('stagemark:script-started'));
  document.dispatchEvent(new CustomEvent('stagemark:script-started', { detail: { name: 'notion' } }));
  expect(signal.aborted).toBe(false);
});
