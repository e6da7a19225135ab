import { STAGES, type Stage } from '../model/stage.ts';
import { highlightName, highlightSheet } from './css-highlights-sheet.ts';
import type { MarkStyle } from './marker.ts';

/**
 * The page's three highlights, shared by all surfaces of the page. The registry belongs to the page as much as to us: it is
 * never iterated (content scripts in Firefox cannot) and is put back when the page clears it.
 */
export interface HighlightRegistry {
  add(stage: Stage, range: Range): void;
  delete(stage: Stage, range: Range): void;
  setLook(look: MarkStyle['look']): void;
  /** Puts back what the page took away. @returns whether anything was missing. */
  verify(): boolean;
  /** Ranges now registered. */
  size(): number;
  dispose(): void;
}

/** @returns null where the browser has no CSS highlights. */
export function createHighlightRegistry(document: Document): HighlightRegistry | null {
  if (typeof Highlight !== 'function' || CSS.highlights === undefined) return null;
  const highlights = new Map(STAGES.map((stage) => [stage, new Highlight()]));
  const sheet = createSheet(document);
  let look: MarkStyle['look'] | null = null;
  const verify = () => {
    let missing = false;
    for (const [stage, highlight] of highlights) {
      if (CSS.highlights.get(highlightName(stage)) === highlight) continue;
      CSS.highlights.set(highlightName(stage), highlight);
      missing = true;
    }
    return sheet.attach() || missing;
  };
  const registry: HighlightRegistry = {
    add: (stage, range) => void highlights.get(stage)?.add(range),
    delete: (stage, range) => void highlights.get(stage)?.delete(range),
    setLook(wanted) {
      if (wanted === look) return;
      look = wanted;
      sheet.replace(highlightSheet(wanted, navigator.userAgent));
    },
    verify,
    size: () => [...highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
    dispose() {
      for (const [stage, highlight] of highlights) {
        highlight.clear();
        if (CSS.highlights.get(highlightName(stage)) === highlight) CSS.highlights.delete(highlightName(stage));
      }
      sheet.remove();
    },
  };
  registry.setLook('line');
  verify();
  return registry;
}

interface Sheet {
  replace(text: string): void;
  /** @returns whether it had been taken away. */
  attach(): boolean;
  remove(): void;
}

/** A constructed sheet, which no security policy of the page concerns; a style element where the browser refuses it. */
function createSheet(document: Document): Sheet {
  try {
    const sheet = new CSSStyleSheet();
    const attached = () => document.adoptedStyleSheets.includes(sheet);
    const attach = () => {
      if (attached()) return false;
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      return true;
    };
    attach();
    return {
      replace: (text) => sheet.replaceSync(text),
      attach,
      remove() {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      },
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return createStyleElement(document);
  }
}

function createStyleElement(document: Document): Sheet {
  const style = document.createElement('style');
  const attach = () => {
    if (style.isConnected) return false;
    document.documentElement.append(style);
    return true;
  };
  attach();
  return {
    replace(text) {
      style.textContent = text;
    },
    attach,
    remove: () => style.remove(),
  };
}
