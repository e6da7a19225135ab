/**
 * Everything that Stagemark knows of Notion's DOM by name. Only these hooks are stable (classes that start with `notion-`,
 * `data-block-id`, `data-content-editable-*`, a few test ids); hashed classes, inline styles, labels and depth are not.
 */

/** The app's element; a page without it is not the app (a marketing page, an error). */
export const APP = '#notion-app';
/** The prose of one document. Title, properties and discussions lie outside it. */
export const CONTENT = '.notion-page-content';
/** One line of rich text. */
export const LEAF = '[data-content-editable-leaf]';
export const EDITABLE_ROOT = '[data-content-editable-root]';
/** Title lines are the only `h1` leaves; headings in the text start at `h2`. */
export const TITLE_LEAF = `h1${LEAF}`;
export const BLOCK_ID = 'data-block-id';
export const BLOCK = `[${BLOCK_ID}]`;
export const SCROLLER = '.notion-scroller';
export const MAIN_FRAME = 'main.notion-frame, .notion-frame';
/** Exists before it opens, off the screen and hidden from assistive technology. */
export const PEEK = '.notion-peek-renderer';
/** What a surface is looked for in, where it has no editable root. */
export const SURFACE_FALLBACK = `.layout, ${PEEK}, ${MAIN_FRAME}`;

/** Places that hold leaves and blocks but are no document: chat, comments, sidebar, bars. */
export const NO_DOCUMENT = [
  '.layout-chat',
  '.chat_sidebar',
  '[data-agent-chat-survey-shortcut-scope]',
  '[data-agent-chat-user-step-id]',
  '.notion-page-view-discussion',
  '.notion-update-sidebar-tab-comments-comments-scroller',
  '.notion-sidebar-container',
  '.notion-topbar',
].join(', ');

/** Database views of a page: their cards and cells are real leaves, and no prose. */
export const DATABASE = '.notion-collection_view-block, .notion-collection_view_page-block, .notion-collection-item';

/** Elements whose whole inside is no prose, wherever they stand in the content. */
export const EXCLUDED = [
  DATABASE,
  '.notion-page-view-discussion',
  '.notion-table-view',
  '.notion-board-view',
  '.notion-gallery-view',
  '.notion-list-view',
  '.notion-calendar-view',
  '.notion-timeline-view',
  '.layout-chat',
  '.chat_sidebar',
].join(', ');
export const DATABASE_BLOCK = '.notion-collection_view-block';

/** A block whose content has not arrived. */
export const UNKNOWN_BLOCK = '.notion-unknown-block';
/** The button of a toggle; `aria-expanded` tells whether its children are in the DOM. */
export const TOGGLE = '[role="button"][aria-expanded]';
export const CLOSED_TOGGLE = '[aria-expanded="false"]';
/** Labels of parts of a block of tabs that are not shown, and so not in the DOM. Labels in databases are views, not parts. */
export const OTHER_TAB = '[role="tab"][aria-selected="false"]';
export const SYNCED = '.notion-transclusion_container-block, .notion-transclusion_reference-block';

/** What one structural reading looks for in the content, in one query. */
export const LANDMARKS = `${LEAF}, ${TOGGLE}, ${OTHER_TAB}, ${UNKNOWN_BLOCK}, ${SYNCED}, ${EXCLUDED}`;
/** What makes a change of the DOM a change of structure. */
export const STRUCTURE = `${LEAF}, ${BLOCK}, [aria-expanded]`;
/** What makes a change of the DOM a change of surfaces. */
export const SURFACE_SIGNS = `${CONTENT}, ${EDITABLE_ROOT}, ${TITLE_LEAF}`;

/** Inside a leaf: one unit to the editor (a mention, an equation). */
export const ATOM = '[contenteditable="false"]';
export const EQUATION = '.notion-text-equation-token, .katex';
/** Icons in mentions: no words. */
export const ICON = '.notion-record-icon';
export const EMOJI_IMAGE = 'img[alt]';

/** The screen before the app has drawn anything. */
export const SKELETON = '#initial-loading-spinner, #skeleton';
