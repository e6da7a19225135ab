import { TextApi } from './api.ts';
import { type Controls, makeControls, switchTab } from './controls.ts';
import { newCounters, watchPage } from './counters.ts';
import { Editor } from './editor.ts';
import { documentTabs } from './generate.ts';
import { startHostile } from './hostile.ts';
import { bindPointer, Input } from './input.ts';
import { parseOptions } from './options.ts';
import { randomFrom } from './random.ts';
import { buildShell } from './shell.ts';
import { View } from './view.ts';

const BLINK_MS = 500;

/** Starts the page: reads the flag once, then lets shell, iframe, tiles and API appear in steps. */
function boot(): void {
  const options = parseOptions(new URLSearchParams(location.search));
  const flag = window._docs_annotate_canvas_by_ext ?? '';
  const annotated = options.annotations && (options.experiment || flag !== '');
  const counters = newCounters();
  watchPage(counters);
  if (options.hostile) startHostile();
  const random = randomFrom(options.seed + 17);
  const wait = () => new Promise<void>((done) => setTimeout(done, options.delay * (0.5 + random())));
  const editor = new Editor(documentTabs(options), options);
  const wanted = new URLSearchParams(location.search).get('tab');
  const active = editor.tabs.findIndex((tab) => tab.id === wanted);
  if (active > 0) editor.active = active;

  const ready = async (): Promise<void> => {
    if (document.readyState === 'loading') await new Promise((done) => addEventListener('DOMContentLoaded', done));
    await wait();
    // The app takes its model over and clears the chunks.
    Reflect.set(window, 'DOCS_modelChunk', undefined);
    document.querySelector('.simulated-early')?.remove();
    const shell = buildShell(options, document.title.replace(/ - Google Docs$/, ''));
    let input: Input | null = null;
    const view = new View(editor, shell, options, counters);
    view.tiles.annotated = annotated;
    const startInput = () => {
      input ??= new Input(editor, options, counters, () => {
        editor.focused = true;
      });
      return input;
    };
    const api = new TextApi(editor, options, counters, shell, startInput);
    Object.assign(controls, makeControls({ editor, view, api, input: startInput, shell, counters }, options, booted));
    const steps = {
      iframe: () => startInput(),
      tiles: () => view.paint(),
      api: () => {
        if (annotated) api.install();
      },
    };
    const orders = ['iframe-tiles-api', 'tiles-api-iframe', 'api-iframe-tiles'] as const;
    const order = options.boot === 'random' ? orders[Math.floor(random() * orders.length)] : options.boot;
    for (const step of (order ?? orders[0]).split('-')) {
      await wait();
      steps[step as keyof typeof steps]();
    }
    counters.readableAt = performance.now();
    bindPointer(shell, view, editor, startInput);
    const caret = shell.cursor.firstElementChild as HTMLElement;
    setInterval(() => {
      caret.style.opacity = caret.style.opacity === '0' ? '1' : '0';
    }, BLINK_MS);
    editor.tabs.forEach((tab, index) => {
      const item = document.createElement('div');
      item.className = 'chapter-item';
      const label = document.createElement('span');
      label.className = 'chapter-label-content';
      label.textContent = tab.title;
      item.append(label);
      item.addEventListener('click', () => switchTab(editor, index));
      shell.tabBar.append(item);
    });
    editor.onChange((kind) => {
      if (kind === 'selection') api.refresh();
    });
  };
  const booted = ready();
  const controls = { options, counters, booted } as Controls;
  window.__docs = controls;
}

boot();
