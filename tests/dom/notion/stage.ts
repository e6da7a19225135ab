import { buildGenerated } from '../../simulators/notion/content/generated.ts';
import { buildStrategy } from '../../simulators/notion/content/others.ts';
import { buildSpec } from '../../simulators/notion/content/spec.ts';
import { Store } from '../../simulators/notion/model.ts';
import { createOperations, type Operations } from '../../simulators/notion/operations.ts';
import { readOptions, type SimOptions } from '../../simulators/notion/options.ts';
import { PAGE_IDS } from '../../simulators/notion/pages.ts';
import { createRandom, type Random, randomId } from '../../simulators/notion/random.ts';
import { createNames } from '../../simulators/notion/render-block.ts';
import { PageView, type ViewShared } from '../../simulators/notion/view.ts';

/** A page of the simulator inside the test's own document, drawn at once. */
export interface StagedPage {
  readonly store: Store;
  readonly operations: Operations;
  readonly random: Random;
  readonly violations: { violations: number; log: string[] };
  readonly frame: HTMLElement;
  readonly peekRenderer: HTMLElement;
  /** Shows a page in the main frame, replacing what is there. */
  open(pageId: string): PageView;
  /** Shows a page in the peek. */
  peek(pageId: string): PageView;
  closePeek(): void;
  readonly main: () => PageView;
  remove(): void;
}

const FRAME_HEIGHT = 600;

/** Builds the app's frame with the sample pages. @param query options as in the simulator's addresses. */
export function stagePage(query: string, page: 'spec' | 'generated' = 'spec'): StagedPage {
  const options: SimOptions = { ...readOptions(new URL(`https://www.notion.so/?boot=0&mount=0&${query}`)) };
  const store = new Store();
  const random = createRandom(options.seed);
  if (page === 'spec') buildSpec(store, random, PAGE_IDS.spec);
  else buildGenerated(store, random, PAGE_IDS.spec, options);
  buildStrategy(store, random, PAGE_IDS.strategy);
  const operations = createOperations(store, () => randomId(random));
  const violations = { violations: 0, log: [] };
  const app = document.createElement('div');
  app.id = 'notion-app';
  const frame = document.createElement('main');
  frame.className = 'notion-frame';
  const peekRenderer = document.createElement('div');
  peekRenderer.className = 'notion-peek-renderer';
  Object.assign(peekRenderer.style, { position: 'fixed', top: '0', right: '0', width: '300px' });
  app.append(frame, peekRenderer);
  document.body.append(app);
  const shared: ViewShared = {
    store,
    options,
    names: createNames(createRandom(3)),
    lockReport: violations,
    onViolation: () => undefined,
    composing: () => false,
    typed: () => false,
    keepCaret: (_leaf, draw) => draw(),
  };
  let view: PageView | null = null;
  let side: PageView | null = null;
  const scroller = () => {
    const element = document.createElement('div');
    element.className = 'notion-scroller vertical';
    Object.assign(element.style, { height: `${FRAME_HEIGHT}px`, overflow: 'hidden auto' });
    return element;
  };
  const staged: StagedPage = {
    store,
    operations,
    random,
    violations,
    frame,
    peekRenderer,
    open(pageId) {
      view?.stop();
      const holder = scroller();
      frame.replaceChildren(holder);
      view = new PageView(shared, pageId, holder, 'page');
      return view;
    },
    peek(pageId) {
      side?.stop();
      const holder = scroller();
      peekRenderer.replaceChildren(holder);
      side = new PageView(shared, pageId, holder, 'peek');
      return side;
    },
    closePeek() {
      side?.stop();
      side = null;
      peekRenderer.replaceChildren();
    },
    main() {
      if (view === null) throw new Error('No page is open');
      return view;
    },
    remove() {
      view?.stop();
      side?.stop();
      app.remove();
    },
  };
  staged.open(PAGE_IDS.spec);
  return staged;
}

/** Lets observers' callbacks run, without a frame. */
export function microtasks(): Promise<void> {
  return new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
}

export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
