import { afterEach } from 'vitest';
import { startBridge } from '../../../lib/hosts/google-docs/bridge/page.ts';
import { createGoogleDocsHost } from '../../../lib/hosts/google-docs/host.ts';
import type { Host, HostState, Surface } from '../../../lib/hosts/host.ts';
import type { Mark, MarkStyle } from '../../../lib/marks/marker.ts';
import { stretchesOf } from '../../prove/docs-placement.ts';
import { TextApi } from '../../simulators/google-docs/api.ts';
import { type Controls, makeControls } from '../../simulators/google-docs/controls.ts';
import { newCounters } from '../../simulators/google-docs/counters.ts';
import { Editor } from '../../simulators/google-docs/editor.ts';
import { documentTabs } from '../../simulators/google-docs/generate.ts';
import { Input } from '../../simulators/google-docs/input.ts';
import { parseOptions } from '../../simulators/google-docs/options.ts';
import { buildShell } from '../../simulators/google-docs/shell.ts';
import { View } from '../../simulators/google-docs/view.ts';

/** The simulated Google Docs inside the test's own page, with the host running on it. */
export interface Stage {
  readonly docs: Controls;
  readonly host: Host;
  readonly surface: Surface;
  readonly states: readonly HostState[];
  /** Ends the host and takes the page down. */
  end(): void;
}

export const STYLE: MarkStyle = { look: 'line', theme: 'light' };
let bridged = false;

/** Builds the page and starts the host; resolves when the document is read. */
async function stage(query = ''): Promise<Stage> {
  if (!bridged) startBridge(window as Parameters<typeof startBridge>[0]);
  bridged = true;
  const options = parseOptions(new URLSearchParams(`lag=0&${query}`));
  const counters = newCounters();
  const editor = new Editor(documentTabs(options), options);
  const shell = buildShell(options, 'Staged document');
  const view = new View(editor, shell, options, counters);
  view.tiles.annotated = true;
  const input = new Input(editor, options, counters, () => undefined);
  const api = new TextApi(editor, options, counters, shell, () => input);
  const docs = makeControls({ editor, view, api, input: () => input, shell, counters }, options, Promise.resolve());
  view.paint();
  api.install();
  // The page-world side may hold the text object of the document staged before for this long.
  await new Promise((done) => setTimeout(done, 120));
  const stop = new AbortController();
  const states: HostState[] = [];
  const host = createGoogleDocsHost({ address: () => 'https://docs.google.com/document/d/staged/edit' });
  const surface = await new Promise<Surface>((appeared) => {
    host.start({ appeared, vanished: () => undefined, stateChanged: (state) => states.push(state) }, stop.signal);
  });
  return {
    docs,
    host,
    surface,
    states,
    end() {
      stop.abort();
      input.frame.remove();
      document.body.replaceChildren();
      delete window._docs_annotate_getAnnotatedText;
    },
  };
}

/** A mark over the first place of some words. */
export function markOf(surface: Surface, words: string): Mark {
  const block = surface.snapshot().blocks.find(({ text }) => text.includes(words));
  if (block === undefined) throw new Error(`Nobody says "${words}"`);
  const start = block.text.indexOf(words);
  return { passageId: block.id, blockId: block.id, start, end: start + words.length, stage: 'strategy', text: words };
}

/** Marks over every whole block. */
export function markAll(surface: Surface): Mark[] {
  return surface.snapshot().blocks.map(({ id, text }) => ({
    passageId: id,
    blockId: id,
    start: 0,
    end: text.length,
    stage: 'execution',
    text,
  }));
}

/** Lets observers run. */
export async function microtasks(): Promise<void> {
  for (let nth = 0; nth < 4; nth++) await Promise.resolve();
}

/** Waits for the next frame and what is done after it. */
export function nextFrame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
}

/** For a file of tests: how each sets its stage. It ends with the test. */
export function stages(): (query?: string) => Promise<Stage> {
  let staged: Stage | null = null;
  afterEach(() => {
    staged?.end();
    staged = null;
  });
  return async (query = '') => {
    staged = await stage(query);
    return staged;
  };
}

/** The texts that the host read, block by block. */
export const texts = ({ surface }: Stage): string[] => surface.snapshot().blocks.map(({ text }) => text);

/** The texts that it has to read, by the simulator's own document. */
export const expected = ({ docs }: Stage): string[] =>
  docs
    .paragraphs()
    .flatMap(stretchesOf)
    .map(({ text }) => text);

/** Lets the host look at once. */
export async function poll(): Promise<void> {
  document.dispatchEvent(new Event('visibilitychange'));
  await microtasks();
}
