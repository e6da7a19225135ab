import { type ControlParts, createControl } from './control.ts';
import { startDragging } from './dragging.ts';
import { createEditor } from './editor.ts';
import { hijackKeys } from './hijack.ts';
import { createHistory } from './history.ts';
import { need } from './html.ts';
import { createIme } from './ime.ts';
import type { LockReport } from './lock.ts';
import { Store } from './model.ts';
import { createNavigation, type Navigation } from './navigation.ts';
import { startNoise } from './noise.ts';
import { createOperations } from './operations.ts';
import { readOptions } from './options.ts';
import { buildWorkspace, pageIdIn } from './pages.ts';
import { createRandom, randomId } from './random.ts';
import { createRemote } from './remote.ts';
import { createNames } from './render-block.ts';
import { buildShell } from './shell.ts';
import { STYLE } from './style.ts';
import type { PageView } from './view.ts';

/** Starts the simulated app in the served shell. */
function start(): void {
  const options = readOptions(new URL(location.href));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.documentElement.lang = options.lang;
  document.body.classList.toggle('dark', options.dark);
  document.body.classList.toggle('sim-small', options.small);
  if (options.zoom !== 100) document.documentElement.style.zoom = `${options.zoom}%`;

  const store = new Store();
  const random = buildWorkspace(store, options, pageIdIn(location.pathname));
  const operations = createOperations(store, () => randomId(random));
  const history = createHistory(store);
  const lockReport: LockReport = { violations: 0, log: [] };
  const stolenKeys = { count: 0 };
  let navigation: Navigation | null = null;
  const views = (): readonly PageView[] => navigation?.views() ?? [];
  const editor = createEditor(store, operations, history, options, views);

  function onViolation() {
    if (options.lock === 'kill') document.body.style.pointerEvents = 'none';
    if (options.lock === 'freeze' && lockReport.violations > 50) {
      const end = performance.now() + 2000;
      while (performance.now() < end);
    }
  }

  function boot() {
    const shell = buildShell(need(document, '#notion-app'), options);
    navigation = createNavigation(shell, {
      store,
      options,
      names: createNames(createRandom(Math.floor(performance.timeOrigin))),
      lockReport,
      onViolation,
      composing: (leaf) => editor.composing(leaf),
      typed: () => editor.typed(),
      keepCaret(element, draw) {
        const selection = getSelection();
        const inside = selection?.anchorNode !== null && element.contains(selection?.anchorNode ?? null);
        const point = inside ? editor.caret() : null;
        draw();
        if (point !== null)
          editor.setCaret(
            point.id,
            point.leaf,
            Math.min(point.offset, store.text(point.id, point.leaf).length),
            point.view,
          );
      },
    });
    navigation.show();
    const remote = createRemote(store, operations, random, views);
    const ime = createIme(() => {
      for (const view of views()) view.absorb();
    });
    const parts: ControlParts = {
      store,
      operations,
      history,
      editor,
      navigation,
      remote,
      ime,
      options,
      lockReport,
      stolenKeys,
    };
    window.__sim = createControl(parts);
    if (options.hijack) hijackKeys(stolenKeys);
    startNoise(options, views);
    if (!options.readonly) startDragging(shell.overlay, store, operations, history, editor, options, navigation.main);
    if (options.remote > 0) setInterval(() => remote.act(), 1000 / options.remote);
    if (options.clear) setInterval(() => CSS.highlights.clear(), 1000);
    if (options.iterate) setInterval(() => [...CSS.highlights.values()].map((highlight) => highlight.size), 1000);
  }
  if (options.boot > 0) setTimeout(boot, options.boot);
  else boot();
}

start();
