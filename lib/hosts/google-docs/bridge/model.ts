import { TEXT_LIMIT } from './protocol.ts';

/** The body's text at load and its headings and list items; see `STRUCTURE_ANSWER`. */
export interface LoadedModel {
  readonly text: string;
  readonly ends: readonly number[];
}

/** Operations beyond this many are left unread. */
const OPERATION_LIMIT = 400_000;
/** The page streams its model until the HTML has ended; nothing is collected later. */
const LAST_STATE = 'complete';

/**
 * Collects the model chunks that inline scripts of the page's HTML assign one after the other, before the app clears them.
 * @returns a function that parses what was collected, once.
 */
export function collectModel(): () => LoadedModel {
  let chunks: unknown[] = [];
  let model: LoadedModel | null = null;
  const look = () => {
    const chunk: unknown = Reflect.get(window, 'DOCS_modelChunk');
    if (chunk !== undefined && chunk !== null && chunk !== chunks.at(-1)) chunks.push(chunk);
  };
  // The parser runs an inline script right after inserting it: when the next node comes, its assignment is there.
  const observer = new MutationObserver(() => {
    look();
    if (document.readyState === LAST_STATE) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('readystatechange', () => {
    look();
    if (document.readyState === LAST_STATE) observer.disconnect();
  });
  return () => {
    if (model === null) {
      model = parseModel(chunks);
      chunks = [];
    }
    return model;
  };
}

/** Builds text and structure from the operations of model chunks; whatever is not understood is left out. */
export function parseModel(chunks: readonly unknown[]): LoadedModel {
  let text = '';
  const headings = new Map<number, number>();
  const nests = new Map<number, number>();
  let read = 0;
  for (const operation of chunks.flatMap(operationsOf)) {
    if (read++ > OPERATION_LIMIT) break;
    const { ty, s, ibi, ei, sm } = operation;
    if (
      (ty === 'is' || ty === 'iss') &&
      typeof s === 'string' &&
      isPosition(ibi) &&
      text.length + s.length < TEXT_LIMIT
    ) {
      const at = ibi - 1;
      text = at >= text.length ? text + s : text.slice(0, at) + s + text.slice(at);
    } else if (ty === 'as' && isPosition(ei) && typeof sm === 'object' && sm !== null) {
      const { ps_hd: level, ls_nest: nest } = sm as Record<string, unknown>;
      // Positions count from 1 and name the paragraph's end.
      if (isPosition(level)) headings.set(ei - 1, level);
      if (isPosition(nest)) nests.set(ei - 1, nest + 1);
    }
  }
  const offsets = [...new Set([...headings.keys(), ...nests.keys()])].sort((a, b) => a - b);
  const ends = offsets.flatMap((at) => [at, headings.get(at) ?? 0, nests.get(at) ?? 0]);
  return { text, ends: ends.map((value) => Math.max(0, value)) };
}

function operationsOf(chunk: unknown): Record<string, unknown>[] {
  if (typeof chunk !== 'object' || chunk === null) return [];
  const list: unknown = Array.isArray(chunk) ? chunk : Reflect.get(chunk, 'chunk');
  return Array.isArray(list)
    ? list.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    : [];
}

function isPosition(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
