/**
 * The editor's guard over its own DOM: any change that the editor did not make itself is undone within the microtask and
 * counted. Attributes of the guarded root itself and everything outside it are free, as on the real page.
 */
export interface DomLock {
  /** Runs the editor's own writes. */
  write<T>(change: () => T): T;
  /** Takes what the browser changed natively for the key just pressed as the editor's own. */
  absorb(): void;
  stop(): void;
}

export interface LockReport {
  /** Foreign changes undone since the page started. */
  violations: number;
  /** What they were, newest last; at most 50. */
  readonly log: string[];
}

/**
 * @param typed whether a key's native change is on its way into a leaf: between `beforeinput` and `input`, listeners of
 *   others may run in between and with them this guard's microtask.
 */
export function createLock(root: Element, report: LockReport, onViolation: () => void, typed: () => boolean): DomLock {
  const observer = new MutationObserver((records) => undo(records));
  const observe = () =>
    observer.observe(root, {
      attributes: true,
      attributeOldValue: true,
      childList: true,
      characterData: true,
      characterDataOldValue: true,
      subtree: true,
    });
  function undo(records: readonly MutationRecord[]) {
    const native = typed();
    const foreign = records.filter((record) => {
      if (record.type === 'attributes') return record.target !== root && !hidesCaret(record);
      return !(native && inLeaf(record.target));
    });
    if (foreign.length === 0) return;
    for (const record of [...foreign].reverse()) {
      const { target } = record;
      if (record.type === 'attributes' && target instanceof Element && record.attributeName !== null) {
        if (record.oldValue === null) target.removeAttribute(record.attributeName);
        else target.setAttribute(record.attributeName, record.oldValue);
      } else if (record.type === 'characterData') {
        if (target.nodeValue !== record.oldValue) target.nodeValue = record.oldValue;
      } else if (record.type === 'childList') {
        for (const node of record.addedNodes) if (node.parentNode === target) target.removeChild(node);
        for (const node of record.removedNodes) {
          const before = record.nextSibling?.parentNode === target ? record.nextSibling : null;
          target.insertBefore(node, before);
        }
      }
      report.violations++;
      if (report.log.length < 50) report.log.push(`${record.type} ${record.attributeName ?? ''} on ${target.nodeName}`);
    }
    console.warn(`NOTION WARNING: reverted ${foreign.length} mutation(s) that the editor did not make`);
    observer.takeRecords();
    onViolation();
  }
  observe();
  return {
    write(change) {
      const pending = observer.takeRecords();
      if (pending.length > 0) undo(pending);
      observer.disconnect();
      try {
        return change();
      } finally {
        observe();
      }
    },
    absorb() {
      observer.takeRecords();
    },
    stop() {
      observer.disconnect();
    },
  };
}

/** Whether only the caret's colour changed: drivers of browsers hide carets so while they take a picture. */
function hidesCaret({ target, attributeName, oldValue }: MutationRecord): boolean {
  if (attributeName !== 'style' || !(target instanceof Element)) return false;
  const bare = (style: string | null) =>
    (style ?? '')
      .replace(/caret-color:[^;]*;?/g, '')
      .replaceAll(' ', '')
      .replace(/;$/, '');
  return bare(target.getAttribute('style')) === bare(oldValue);
}

function inLeaf(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('[data-content-editable-leaf]') != null;
}

/** A lock that guards nothing. */
export const NO_LOCK: DomLock = { write: (change) => change(), absorb: () => undefined, stop: () => undefined };
