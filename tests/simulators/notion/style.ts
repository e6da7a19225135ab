/** Looks of the simulated page: enough of the real layout for carets, rectangles and sticky parts to mean something. */
export const STYLE = `
html, body { margin: 0; height: 100%; overflow: hidden; font: 16px/1.5 ui-sans-serif, "DejaVu Sans", sans-serif; color: #37352f; background: #fff; }
body.dark { color: #e6e6e6; background: #191919; color-scheme: dark; }
#notion-app, .notion-app-inner, .notion-app-inner > div, .notion-cursor-listener { height: 100vh; }
.notion-cursor-listener { display: flex; width: 100vw; overflow: hidden; }
.notion-sidebar-container { width: 220px; flex: none; background: rgba(128,128,128,.08); font-size: 14px; }
.notion-sidebar-container .notion-scroller { height: 100vh; overflow: auto; }
.notion-sidebar-container a, .notion-topbar a, .notion-collection-item a { color: inherit; text-decoration: none; display: flex; gap: 6px; padding: 4px 10px; }
.sim-column { flex: 1; min-width: 0; display: flex; flex-direction: column; position: relative; }
header { flex: none; height: 44px; z-index: 100; background: inherit; }
.notion-topbar { display: flex; justify-content: space-between; align-items: center; height: 44px; padding: 0 12px; font-size: 14px; }
.notion-topbar-action-buttons, .shadow-cursor-breadcrumb { display: flex; gap: 10px; align-items: center; }
main.notion-frame { flex: 1; min-height: 0; position: relative; }
.notion-frame .notion-selectable-container > .notion-scroller, .notion-peek-renderer .notion-scroller.vertical { height: 100%; overflow: hidden auto; overflow-anchor: none; }
.sim-aside { width: 240px; flex: none; font-size: 14px; padding: 50px 12px; border-left: 1px solid rgba(128,128,128,.2); overflow: auto; box-sizing: border-box; }
.layout { max-width: 708px; margin: 0 auto; padding: 0 40px 30vh; }
.layout-wide { max-width: none; }
.layout-margin-right { right: 0; top: 80px; height: 0; width: 0; margin-left: auto; font-size: 12px; opacity: .6; }
.layout-margin-right .hide-scrollbar { right: 10px; width: 90px; overflow: hidden; }
.sim-cover { height: 60px; }
h1 { font-size: 40px; line-height: 1.2; margin: 12px 0; } h2 { font-size: 28px; } h3 { font-size: 23px; } h4 { font-size: 19px; } h5 { font-size: 17px; }
h1, h2, h3, h4, h5 { font-weight: 600; }
h2, h3, h4, h5 { margin: 18px 0 2px; }
[data-content-editable-leaf] { min-height: 1.5em; outline: none; }
[data-content-editable-root] { outline: none; }
[data-content-editable-leaf]:empty::after { content: attr(placeholder); opacity: .35; }
.notion-selectable { position: relative; margin: 1px 0; }
.notion-list-item-box-left { width: 24px; flex: none; padding-top: 3px; text-align: center; user-select: none; }
.pseudoBefore::before { content: var(--pseudoBefore--content); }
.sim-children { padding-left: 4px; }
.notion-quote-block { border-left: 3px solid currentcolor; padding-left: 14px; }
.notion-callout-block > div { background: rgba(128,128,128,.1); border-radius: 4px; padding: 12px; }
.notion-code-block { font-family: monospace; background: rgba(128,128,128,.1); padding: 4px 12px; overflow: auto; }
.notion-column-block { flex: 1; min-width: 0; } .notion-column_list-block > div { gap: 24px; }
table { border-collapse: collapse; } td { border: 1px solid rgba(128,128,128,.35); padding: 2px 9px; min-width: 90px; }
.notion-gallery-view { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; }
.notion-collection-item { border: 1px solid rgba(128,128,128,.3); border-radius: 6px; font-size: 14px; }
[data-done] { text-decoration: line-through; opacity: .6; }
.katex-mathml { position: absolute; clip: rect(1px,1px,1px,1px); width: 1px; height: 1px; overflow: hidden; }
.nds-shimmer-text { background: rgba(128,128,128,.15); border-radius: 4px; margin: 4px 0; }
.sim-small [data-content-editable-leaf]:not(h1,h2,h3,h4,h5) { font-size: 14px; }
.notion-peek-renderer { position: fixed; top: 0; right: 0; bottom: 0; width: 600px; z-index: 109; transform: translateX(600px); transition: transform .2s; background: #fff; box-shadow: 0 0 20px rgba(0,0,0,.2); display: flex; flex-direction: column; visibility: hidden; }
body.dark .notion-peek-renderer { background: #202020; }
.notion-peek-renderer.sim-open { transform: translateX(0); visibility: visible; }
.notion-peek-renderer.sim-center { right: calc(50vw - 480px); top: 5vh; bottom: auto; width: 960px; height: 756px; max-height: 90vh; }
.notion-peek-renderer .layout { padding: 0 60px 20vh; }
.notion-presence-container { top: 0; left: 0; pointer-events: none; }
.sim-caret { position: absolute; width: 2px; height: 1.2em; background: #c0392b; }
.sim-handle { position: fixed; z-index: 120; width: 20px; text-align: center; opacity: .5; cursor: grab; user-select: none; }
.sim-drop-line { position: fixed; z-index: 119; height: 3px; background: rgb(35,131,226); pointer-events: none; }
[role=tablist] { display: flex; gap: 12px; font-size: 14px; opacity: .8; } [role=tab][aria-selected=true] { border-bottom: 2px solid; }
.sim-tooltip { position: fixed; left: 10px; bottom: 10px; font-size: 12px; }
.notion-selectable-halo { position: absolute; inset: 0; background: rgba(35,131,226,.14); pointer-events: none; }
[role=button], .sim-toggle, a { cursor: pointer; }
`;
