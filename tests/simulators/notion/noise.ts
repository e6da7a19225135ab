import type { SimOptions } from './options.ts';
import type { PageView } from './view.ts';

/** Mutations that mean nothing: hover handles, tooltips, presence ticks, class changes, the autosave mark. @returns stop. */
export function startNoise(options: SimOptions, views: () => readonly PageView[], rate = options.noise): () => void {
  if (rate === 0) return () => undefined;
  let tick = 0;
  const box = (name: string) => Object.assign(document.createElement('div'), { className: name });
  const timer = setInterval(() => {
    tick++;
    const view = views()[tick % Math.max(1, views().length)];
    if (view === undefined) return;
    const kind = tick % 5;
    if (kind === 0) {
      const handle = box(`notion-selectable-hover-menu-item h${tick}`);
      view.write(() => view.root.querySelector('.layout')?.append(handle));
      setTimeout(() => view.write(() => handle.remove()), 30);
    } else if (kind === 1) {
      const tooltip = box('sim-tooltip');
      tooltip.textContent = 'Drag to move';
      document.querySelector('.notion-overlay-container')?.append(tooltip);
      setTimeout(() => tooltip.remove(), 40);
    } else if (kind === 2) {
      view.scroller.querySelector('.notion-presence-container')?.replaceChildren(box('sim-caret'));
    } else if (kind === 3) {
      const blocks = view.content?.children;
      const block = blocks?.item(tick % Math.max(1, blocks.length));
      view.write(() => block?.firstElementChild?.classList.toggle(`xnoise${tick % 7}`));
    } else {
      const block = view.content?.children.item(0)?.lastElementChild ?? null;
      const marker = box('xmarker');
      view.write(() => block?.append(marker));
      setTimeout(() => view.write(() => marker.remove()), 20);
    }
  }, 1000 / rate);
  return () => clearInterval(timer);
}
