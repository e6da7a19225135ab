/** Keys that the app takes on `window` before anybody else, wherever the focus is outside the editor. */
const KEYS = new Set(['/', 'Escape', 'k', 'p', ' ', 'Enter', '1', '2', '3', '0']);

/**
 * The app's capture listeners: letters and shortcuts are cancelled outside the editor, focus goes back to the editor, and
 * a drag that starts near text captures the pointer.
 */
export function hijackKeys(stolen: { count: number }): void {
  const inEditor = (target: EventTarget | null) =>
    target instanceof Element && target.closest('[contenteditable="true"]') !== null;
  addEventListener(
    'keydown',
    (event) => {
      const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (command || (!inEditor(event.target) && (KEYS.has(event.key) || event.key.length === 1))) {
        stolen.count++;
        event.preventDefault();
      }
    },
    true,
  );
  addEventListener(
    'pointerdown',
    (event) => {
      const target = event.target;
      if (target instanceof HTMLElement && target.matches('.notion-page-content') && !inEditor(target))
        target.setPointerCapture(event.pointerId);
    },
    true,
  );
  // Focus that is lost to nothing goes back to the editor.
  addEventListener('focusout', (event) => {
    const root = event.target instanceof Element ? event.target.closest<HTMLElement>('[contenteditable="true"]') : null;
    if (root === null || event.relatedTarget !== null) return;
    setTimeout(() => {
      if (document.hasFocus() && document.activeElement === document.body && root.isConnected)
        root.focus({ preventScroll: true });
    });
  });
}
