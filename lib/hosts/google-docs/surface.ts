import { createOverlay, type OverlayMarker, type Placement } from '../../marks/overlay.ts';
import type { Block, Limit, Snapshot, Unread } from '../../model/document.ts';
import type { BlockRange, RevealResult, Surface, SurfaceChange } from '../host.ts';
import { Geometry } from './geometry.ts';
import { SELECTORS } from './labels.ts';
import { readOutline } from './outline.ts';
import { reveal } from './reveal.ts';
import type { SourceReading, TextSource } from './source.ts';
import { kindByLook, modalSize } from './structure.ts';
import { DocumentText, type Paragraph, refreshBlock } from './text.ts';
import { watchDocument } from './watch.ts';

/** Marks are drawn this many screens above and below what is seen. */
const MARGIN_SCREENS = 0.75;
/** Labels agree with the text when at least this share of them was found in it; headers and footers never are. */
export const AGREEMENT = 0.5;

/** Of more labels than this, some must be found in the text. */
const LABELS_ENOUGH = 20;

export interface SurfaceDeps {
  readonly id: string;
  readonly scroller: HTMLElement;
  readonly source: TextSource;
  /** Called at every poll and repaint before anything is read; false = the page moved on and nothing must be read. */
  readonly stillHere: () => boolean;
}

/** One Google document (or one of its tabs) that is being read. */
export class DocsSurface implements Surface {
  readonly id: string;
  readonly kind = 'page';
  readonly marker: OverlayMarker;
  readonly #scroller: HTMLElement;
  readonly #source: TextSource;
  readonly #deps: SurfaceDeps;
  readonly #text: DocumentText;
  readonly #geometry: Geometry;
  readonly #listeners = new Set<(change: SurfaceChange) => void>();
  readonly #byId = new Map<string, Paragraph>();
  #reading: SourceReading | null = null;
  #snapshot: Snapshot | null = null;
  #revision = 0;
  #typing = false;
  /** Whether the page was ever seen to label what it draws. */
  #isLabelled = false;
  /** Heights (scroller coordinates) between which marks are drawn. */
  #band: readonly [number, number] = [0, 0];

  constructor(deps: SurfaceDeps) {
    this.#deps = deps;
    this.id = deps.id;
    this.#scroller = deps.scroller;
    this.#source = deps.source;
    this.#text = new DocumentText(deps.source.kindOf);
    this.#geometry = new Geometry(deps.scroller, deps.source.strictness);
    this.marker = createOverlay({
      blocksInView: () => this.#geometry.drawn.visible(...this.#band).map((paragraph) => paragraph.id),
      place: (mark) => this.#placeMark(mark.blockId, mark.start, mark.end, mark.text),
      isBare: (x, y) => this.#scroller.contains(document.elementFromPoint(x, y)),
    });
  }

  /** The raw text as read last. */
  get raw(): string {
    return this.#text.raw;
  }

  /** Begins watching; ends and takes its layer away when the signal aborts. */
  start(signal: AbortSignal): void {
    this.#attach();
    this.sync();
    watchDocument(
      this.#scroller,
      (node) => this.marker.isOwn(node),
      {
        painted: (records) => {
          for (const { target, type, addedNodes } of records) {
            this.#geometry.mutated(target);
            if (type === 'childList') for (const node of addedNodes) this.#geometry.mutated(node);
          }
          this.sync(true);
        },
        poll: () => this.sync(),
        shown: () => {
          this.#geometry.reset();
          this.sync(true);
        },
        moved: () => this.#moved(),
        typing: (now) => {
          this.#typing = now;
          if (!now) this.sync();
        },
      },
      signal,
    );
    signal.addEventListener('abort', () => {
      this.#listeners.clear();
      this.marker.remove();
    });
  }

  snapshot(): Snapshot {
    this.#snapshot ??= this.#makeSnapshot();
    return this.#snapshot;
  }

  watch(listener: (change: SurfaceChange) => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  caret(): { readonly blockId: string; readonly offset: number | null } | null {
    const caret = this.#reading?.caret ?? -1;
    if (caret < 0) return null;
    const paragraph = this.#text.paragraphs[this.#text.indexAt(caret)];
    if (paragraph === undefined || caret < paragraph.start || caret > paragraph.start + paragraph.text.length)
      return null;
    return { blockId: paragraph.id, offset: caret - paragraph.start };
  }

  visibleBlocks(): readonly string[] {
    const { scrollTop, clientHeight } = this.#scroller;
    return this.#geometry.drawn.visible(scrollTop, scrollTop + clientHeight).map((paragraph) => paragraph.id);
  }

  async reveal(range: BlockRange, quote: string): Promise<RevealResult> {
    const exact = this.#byId.get(range.blockId);
    const found = exact?.text.slice(range.start, range.end) === quote ? exact : undefined;
    const paragraph = found ?? this.#text.paragraphs.find((one) => one.text.includes(quote)) ?? exact;
    if (paragraph === undefined || quote === '') return 'gone';
    const start = found === undefined ? Math.max(0, paragraph.text.indexOf(quote)) : range.start;
    const boxes = await reveal({
      scroller: this.#scroller,
      length: this.#text.raw.length,
      target: paragraph.start,
      place: () => this.#geometry.drawn.place(paragraph, start, start + quote.length).boxes,
      anchors: () => this.#anchors(),
    });
    this.sync();
    if (boxes !== null) this.marker.flash(boxes);
    return found === undefined ? 'moved' : 'revealed';
  }

  /** Numbers for the self-check. */
  facts(): Record<string, number> {
    const { labels, placed } = this.#geometry.drawn.counts();
    return {
      labels,
      placed,
      tiles: this.#geometry.tiles,
      paragraphs: this.#text.paragraphs.length,
      units: this.#text.raw.length,
    };
  }

  /** Whether what is shown is what was read. */
  agrees(): boolean {
    return this.#geometry.drawn.agreement() >= AGREEMENT;
  }

  /** Reads text and, after a repaint, labels; tells listeners before the next paint. */
  sync(repainted = false): void {
    if (!this.#deps.stillHere()) return;
    if (repainted) this.#source.repainted?.();
    const reading = this.#source.read(() => this.#geometry.lines(this.marker.origin()));
    let touched: readonly string[] = [];
    let renewed = false;
    if (reading !== null && reading !== this.#reading) {
      const before = this.#reading;
      this.#reading = reading;
      if (before === null || before.raw !== reading.raw) {
        touched = this.#text.update(reading.raw, before === null ? null : reading.splice).touched;
        this.#index(touched);
        renewed = true;
      }
    }
    if (renewed || repainted || this.#revision === 0) {
      this.#attach();
      this.#geometry.update(this.#text.paragraphs, this.marker.origin());
      this.#setBand();
      renewed = this.#lookAtKinds() || this.#hasOtherLimits() || renewed;
    }
    if (renewed) this.#tell(touched);
    if (renewed || repainted) this.marker.redraw();
  }

  #tell(touched: readonly string[]): void {
    this.#revision++;
    this.#snapshot = null;
    const change = { snapshot: this.snapshot(), touched, typing: this.#typing };
    for (const listener of this.#listeners) listener(change);
  }

  #index(touched: readonly string[]): void {
    if (touched.length === 0) return;
    const ids = new Set(touched);
    for (const id of ids) this.#byId.delete(id);
    const changed = this.#text.paragraphs.filter((paragraph) => ids.has(paragraph.id));
    for (const paragraph of changed) this.#byId.set(paragraph.id, paragraph);
    this.#geometry.changed(changed);
  }

  #moved(): void {
    const { scrollTop, clientHeight } = this.#scroller;
    const [from, to] = this.#band;
    if (scrollTop >= from && scrollTop + clientHeight <= to) return;
    this.#setBand();
    this.marker.redraw();
  }

  #setBand(): void {
    const { scrollTop, clientHeight } = this.#scroller;
    const margin = MARGIN_SCREENS * clientHeight;
    this.#band = [scrollTop - margin, scrollTop + clientHeight + margin];
  }

  /** Puts the layer above the pages and under the caret. */
  #attach(): void {
    const cursor = this.#scroller.querySelector(SELECTORS.cursor);
    const before = cursor?.parentElement === this.#scroller ? cursor : null;
    let above = 1;
    for (const page of this.#scroller.querySelectorAll<HTMLElement>(SELECTORS.page)) {
      above = Math.max(above, (Number.parseInt(page.style.zIndex, 10) || 0) + 1);
    }
    this.marker.attach(this.#scroller, before, above);
  }

  #placeMark(blockId: string, start: number, end: number, text: string): Placement {
    const paragraph = this.#byId.get(blockId);
    const stands = paragraph !== undefined && paragraph.text.slice(start, end) === text;
    return stands ? this.#geometry.drawn.place(paragraph, start, end) : { boxes: [], complete: false, ahead: false };
  }

  /** Kinds of paragraphs that the page's model does not know, from how they look. True = some kind changed. */
  #lookAtKinds(): boolean {
    const unknown = (paragraph: Paragraph) => !paragraph.modelled && paragraph.column < 0;
    if (!this.#text.paragraphs.some(unknown)) return false;
    const outline = readOutline();
    const { looks, sizes } = this.#geometry.drawn.looks();
    const modal = modalSize(sizes);
    const [first] = this.#text.paragraphs;
    let changed = false;
    for (const [paragraph, look] of looks) {
      if (!unknown(paragraph)) continue;
      const before = paragraph.block;
      paragraph.kind = outline.get(paragraph.text.trim()) ?? kindByLook(look, modal, paragraph === first);
      refreshBlock(paragraph);
      changed ||= paragraph.block !== before;
    }
    return changed;
  }

  #anchors(): { readonly at: number; readonly top: number }[] {
    return this.#geometry.drawn.visible(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).flatMap((paragraph) => {
      const [box] = this.#geometry.drawn.place(paragraph, 0, paragraph.text.length).boxes;
      return box === undefined ? [] : [{ at: paragraph.start, top: box.top }];
    });
  }

  #makeSnapshot(): Snapshot {
    const blocks: Block[] = [];
    for (const { block } of this.#text.paragraphs) if (block.text.trim() !== '') blocks.push(block);
    return {
      surfaceId: this.id,
      revision: this.#revision,
      host: 'google-docs',
      kind: 'page',
      title: readTitle(),
      editable: document.querySelector('#docs-toolbar-mode-switcher') !== null,
      blocks,
      unread: this.#unread(),
      limits: this.#limits(),
    };
  }

  #unread(): Unread[] {
    const tabs = document.querySelectorAll('.chapter-item').length;
    const unread: Unread[] = tabs > 1 ? [{ reason: 'other-tab', count: tabs - 1 }] : [];
    if (this.#reading?.cut === true) unread.push({ reason: 'too-long', count: 1 });
    return unread;
  }

  #limits(): Limit[] {
    const { labels, placed } = this.#geometry.drawn.counts();
    this.#isLabelled ||= labels > 0;
    const isUnplaced = placed === 0 && (labels > LABELS_ENOUGH || (!this.#isLabelled && this.#source.isLate));
    return [...this.#source.limits, ...(this.#revision > 0 && isUnplaced ? (['marks-unplaced'] as const) : [])];
  }

  /** Whether what was told of limits no longer holds, as when labels come late. */
  #hasOtherLimits(): boolean {
    const told = this.#snapshot?.limits;
    return told !== undefined && told.join() !== this.#limits().join();
  }
}

/** The document's title as Docs shows it. */
function readTitle(): string {
  const field = document.querySelector(SELECTORS.title);
  if (field instanceof HTMLInputElement && field.value !== '') return field.value;
  return document.title.replace(/ [-–] [^-–]*$/, '');
}
