import type { SimulatorOptions } from './options.ts';

/** The parts of the page that do not change with the text. */
export interface Shell {
  readonly scroller: HTMLElement;
  readonly content: HTMLElement;
  readonly cursor: HTMLElement;
  readonly title: HTMLInputElement;
  readonly tabBar: HTMLElement;
  readonly outline: HTMLElement;
  readonly menu: HTMLElement;
  readonly comment: HTMLElement;
}

const BAR_HEIGHT = 96;

function element(tag: string, className: string, styles: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  for (const [name, value] of Object.entries(styles)) made.style.setProperty(name, value);
  return made;
}

/** Builds toolbar, scroller, tile manager, caret, menu and comment card, as Docs nests them. */
export function buildShell(options: SimulatorOptions, documentTitle: string): Shell {
  const back = options.dark ? '#131314' : '#f8f9fa';
  const front = options.dark ? '#e3e3e3' : '#1f1f1f';
  document.documentElement.style.height = '100%';
  Object.assign(document.body.style, {
    margin: '0',
    height: '100%',
    overflow: 'hidden',
    background: back,
    color: front,
  });
  document.body.style.font = '14px Arial, sans-serif';
  if (options.pageless) document.body.classList.add('docs-body-pageless');
  if (options.dark) document.body.classList.add('docs-dark-mode');
  const bar = element('div', 'docs-titlebar', {
    height: `${BAR_HEIGHT}px`,
    padding: '8px 16px',
    'box-sizing': 'border-box',
  });
  const title = document.createElement('input');
  title.className = 'docs-title-input';
  title.value = documentTitle;
  title.style.cssText = `font: 18px Arial; border: 0; background: none; color: ${front}; width: 480px`;
  const mode = element('div', 'docs-toolbar-mode-switcher', { float: 'right' });
  mode.id = 'docs-toolbar-mode-switcher';
  mode.setAttribute('role', 'button');
  mode.setAttribute('aria-label', options.suggesting ? 'Suggesting mode' : 'Editing mode');
  mode.textContent = options.suggesting ? 'Suggesting' : 'Editing';
  if (options.viewOnly) {
    const badge = element('span', 'docs-titlebar-badges', { margin: '0 8px' });
    badge.id = 'docs-access-level-indicator';
    badge.textContent = 'View only';
    bar.append(badge);
  } else bar.append(mode);
  const tabBar = element('div', 'chapter-list', {
    display: options.tabs ? 'flex' : 'none',
    gap: '12px',
    'margin-top': '10px',
  });
  bar.append(title, tabBar);
  const outline = element('div', 'navigation-widget', {
    position: 'absolute',
    left: '8px',
    top: '110px',
    width: '180px',
  });
  outline.hidden = !options.outline;
  const editor = element('div', 'docs-editor', {
    position: 'absolute',
    top: `${BAR_HEIGHT}px`,
    left: '0',
    right: '0',
    bottom: '0',
  });
  editor.id = 'docs-editor';
  const container = element('div', 'kix-appview-editor-container', { position: 'absolute', inset: '0' });
  const scroller = element('div', 'kix-appview-editor', { position: 'absolute', inset: '0', overflow: 'auto' });
  const plugin = element('div', 'kix-scrollareadocumentplugin', { position: 'relative', 'min-height': '100%' });
  const manager = element('div', 'kix-rotatingtilemanager', { position: 'relative' });
  const content = element('div', 'kix-rotatingtilemanager-content', {
    position: 'absolute',
    left: '0',
    top: '0',
    width: '100%',
  });
  manager.append(content);
  plugin.append(manager);
  const cursor = element('div', 'kix-cursor', {
    position: 'absolute',
    left: '0',
    top: '0',
    'z-index': '999',
    'pointer-events': 'none',
  });
  const caret = element('div', 'kix-cursor-caret', { position: 'absolute', width: '2px', background: front });
  caret.id = 'kix-current-user-cursor-caret';
  cursor.append(caret);
  scroller.append(plugin, cursor);
  container.append(scroller);
  editor.append(container);
  const menu = element('div', 'goog-menu', {
    position: 'absolute',
    left: '240px',
    top: '60px',
    width: '220px',
    height: '260px',
    background: back,
    border: '1px solid #888',
    'z-index': '1003',
  });
  const comment = element('div', 'docos-docoview', {
    position: 'absolute',
    right: '12px',
    top: '200px',
    width: '220px',
    height: '90px',
    background: back,
    border: '1px solid #888',
    'z-index': '502',
  });
  menu.hidden = true;
  comment.hidden = true;
  comment.textContent = 'Could we say which clinics?';
  document.body.append(bar, outline, editor, menu, comment);
  return { scroller, content, cursor, title, tabBar, outline, menu, comment };
}
