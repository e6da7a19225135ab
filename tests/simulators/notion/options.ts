/** How the page renders blocks that are far away. */
export type RenderMode = 'mounted' | 'chunked' | 'windowed';

/** Every behaviour that can be switched by the query string. Defaults make a page that a person can write in. */
export interface SimOptions {
  /** Blocks of generated prose; 0 shows the sample document. */
  readonly size: number;
  readonly seed: number;
  readonly mode: RenderMode;
  /** Milliseconds of each step of the start: spinner, shimmer, waves of blocks. 0 renders at once. */
  readonly boot: number;
  /** Re-renders the edited leaf after 300 ms without a key. */
  readonly hard: boolean;
  /** `off`: no lock. `kill`: a violation makes all buttons dead. `freeze`: 50 violations freeze the editor. */
  readonly lock: 'on' | 'off' | 'kill' | 'freeze';
  /** Milliseconds between Enter and the new block. */
  readonly split: number;
  readonly readonly: boolean;
  readonly dark: boolean;
  readonly small: boolean;
  /** Percent by which everything is drawn larger, as the browser's own zoom does. */
  readonly zoom: number;
  readonly full: boolean;
  readonly rtl: boolean;
  /** Language of the interface, not of the text. */
  readonly lang: string;
  /** Mutations a second that mean nothing, inside and outside the editor. */
  readonly noise: number;
  /** Capture listeners on window that take keys outside the editor. */
  readonly hijack: boolean;
  /** Edits a second by a colleague. */
  readonly remote: number;
  /** The page calls `CSS.highlights.clear()` every second. */
  readonly clear: boolean;
  /** The page walks over the highlight registry every second. */
  readonly iterate: boolean;
  readonly decoys: boolean;
  /** A chat panel beside the page. */
  readonly chat: boolean;
  /** Extra closed toggles, each with two children. */
  readonly toggles: number;
  /** One block of 20,000 characters. */
  readonly giant: boolean;
  /** Milliseconds after which an opened toggle's children mount. */
  readonly mount: number;
  /** After a drag the app puts a new element around everything that it shows, with the old nodes in it. */
  readonly rebuild: boolean;
}

const MODES: readonly RenderMode[] = ['mounted', 'chunked', 'windowed'];
const LOCKS = ['on', 'off', 'kill', 'freeze'] as const;

function oneOf<T extends string>(value: string | null, allowed: readonly T[], fallback: T): T {
  return allowed.find((item) => item === value) ?? fallback;
}

/** Whether an address is one of published pages: Notion's own, or a custom domain, which is any that is not the app's. */
export function isPublished(hostname: string): boolean {
  return !['www.notion.so', 'notion.so', 'app.notion.com'].includes(hostname);
}

/** Reads the options from an address. A published page is read-only whatever its query says. */
export function readOptions(url: URL): SimOptions {
  const query = url.searchParams;
  const count = (name: string, fallback: number) => {
    const value = Number(query.get(name) ?? fallback);
    return Number.isFinite(value) && value >= 0 ? value : fallback;
  };
  const flag = (name: string, fallback: boolean) => {
    const value = query.get(name);
    return value === null ? fallback : value !== '0';
  };
  return {
    size: count('size', 0),
    seed: count('seed', 1),
    mode: oneOf(query.get('mode'), MODES, 'mounted'),
    boot: count('boot', 60),
    hard: flag('hard', false),
    lock: oneOf(query.get('lock'), LOCKS, 'on'),
    split: count('split', 0),
    readonly: isPublished(url.hostname) || flag('readonly', false),
    dark: flag('dark', false),
    small: flag('small', false),
    zoom: count('zoom', 100),
    full: flag('full', false),
    rtl: flag('rtl', false),
    lang: query.get('lang') ?? 'en',
    noise: count('noise', 0),
    hijack: flag('hijack', true),
    remote: count('remote', 0),
    clear: flag('clear', false),
    iterate: flag('iterate', false),
    decoys: flag('decoys', true),
    chat: flag('chat', true),
    toggles: count('toggles', 0),
    giant: flag('giant', false),
    mount: count('mount', 300),
    rebuild: flag('rebuild', true),
  };
}
