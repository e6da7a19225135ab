/**
 * Every behaviour of the simulated Google Docs that can be switched. The same names are query parameters of the page
 * (`/document/d/sample/edit?runs=word&zoom=150`) and fields of `window.__docs.options`.
 */
export interface SimulatorOptions {
  /** Which document: the sample strategy, `zoo` (every kind of content), `generated` (see `pages`), `blank`. */
  doc: 'sample' | 'zoo' | 'generated' | 'blank';
  /** Pages of a generated document (about 500 words each). */
  pages: number;
  /** Seed of everything random: shuffling, node reuse, delays. */
  seed: number;
  /** How the annotation layer splits a line: at font changes, at every style change, per word, or a mix of all. */
  runs: 'line' | 'style' | 'word' | 'mixed';
  /** Docs zoom in percent. */
  zoom: number;
  pageless: boolean;
  compact: boolean;
  dark: boolean;
  /**
   * The text API: `sync` object, `promise` of one, `hang` (never settles), `until-focus` (throws until the document was
   * focused), `after-replace` (an object dies with its editor), `no-caret` (always throws, as in a view-only document), `missing`.
   */
  api: 'sync' | 'promise' | 'hang' | 'until-focus' | 'after-replace' | 'no-caret' | 'missing';
  /** `live`: the object's text follows every edit; `caret`: it is a snapshot refreshed when the caret moves. */
  freshness: 'live' | 'caret';
  /** Names in the selection's ranges; `several` yields two ranges. */
  selection: 'start-end' | 'anchor-focus' | 'base-extent' | 'several';
  /** Header, footer and footnotes follow the body as further segments of the text. */
  segments: boolean;
  /** Table controls stand in the text. */
  tableMarks: boolean;
  /** Several tabs in the document. */
  tabs: boolean;
  /** The text covers all tabs instead of the one shown. */
  allTabs: boolean;
  /** Milliseconds between a tab's new address and its text, and again until its tiles. */
  tabDelay: number;
  suggesting: boolean;
  viewOnly: boolean;
  /** Suggested deletions are missing in the labels. */
  hideDeleted: boolean;
  /** The boot steps' order: which of tiles, iframe and API comes first. */
  boot: 'iframe-tiles-api' | 'tiles-api-iframe' | 'api-iframe-tiles' | 'random';
  /** Mean milliseconds between two boot steps; each step takes 0.5 to 1.5 times that. */
  delay: number;
  /** Milliseconds from a change of the text to the repaint; 0 repaints in the next frame. */
  lag: number;
  /** Milliseconds by which the text API trails behind the paint. */
  textLag: number;
  /** Some other extension has set the flag already. */
  competitor: boolean;
  /** The server experiment that annotates without a flag. */
  experiment: boolean;
  /** The page's own gate: without it there is neither label nor text API, whatever the flag says. */
  annotations: boolean;
  /** Inline model chunks: how many pieces; 0 leaves them out. */
  chunks: number;
  /** Also removes foreign SVG siblings of labels when it repaints. */
  removesForeign: boolean;
  /** Labels repeat in overlapping tiles (pageless). */
  overlap: number;
  /** Noise that is not body text: another extension's nodes, rects without label, whitespace labels, clip paths. */
  noise: boolean;
  /** A repaint copies the old bitmap's unchanged lines and draws only the others, as Docs does when it scrolls. */
  blit: boolean;
  /** Milliseconds by which the labels of a recycled tile come after its bitmap; until then it has none. */
  labelLag: number;
  /** Comments: their passages have a coloured ground in the canvas. */
  comments: boolean;
  /** How many colleagues' carets stand in the document, blink and wander. */
  collaborators: number;
  /** The zoo ends with a cell whose text lacks the space at which its line was wrapped. */
  wrapLoss: boolean;
  /** The outline panel is rendered. */
  outline: boolean;
  /** A page script that wraps messaging primitives and sends forged messages. */
  hostile: boolean;
  /** Export: `ok`, `denied` (403), `limited` (429), `redirect` (to another origin). */
  export: 'ok' | 'denied' | 'limited' | 'redirect';
  /** Milliseconds by which the export trails. */
  exportLag: number;
  /** Drops untrusted input events. */
  trustedOnly: boolean;
}

export const DEFAULTS: SimulatorOptions = {
  doc: 'sample',
  pages: 10,
  seed: 1,
  runs: 'style',
  zoom: 100,
  pageless: false,
  compact: false,
  dark: false,
  api: 'sync',
  freshness: 'live',
  selection: 'start-end',
  segments: true,
  tableMarks: true,
  tabs: false,
  allTabs: false,
  tabDelay: 250,
  suggesting: false,
  viewOnly: false,
  hideDeleted: false,
  boot: 'iframe-tiles-api',
  delay: 60,
  lag: 15,
  textLag: 0,
  competitor: false,
  experiment: false,
  annotations: true,
  chunks: 3,
  removesForeign: false,
  overlap: 40,
  noise: true,
  blit: false,
  labelLag: 0,
  comments: false,
  collaborators: 0,
  wrapLoss: false,
  outline: false,
  hostile: false,
  export: 'ok',
  exportLag: 3000,
  trustedOnly: false,
};

/** Reads the options of an address; unknown names and malformed numbers fall back to the default. */
export function parseOptions(query: URLSearchParams): SimulatorOptions {
  const options: Record<string, string | number | boolean> = { ...DEFAULTS };
  for (const [name, fallback] of Object.entries(DEFAULTS)) {
    const given = query.get(name);
    if (given === null) continue;
    if (typeof fallback === 'boolean') options[name] = given !== '0' && given !== 'false';
    else if (typeof fallback === 'number') options[name] = Number.isFinite(Number(given)) ? Number(given) : fallback;
    else options[name] = given;
  }
  return options as unknown as SimulatorOptions;
}
