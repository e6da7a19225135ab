/** What the simulator counts while something else runs on its page. */
export interface Counters {
  /** When text and tiles were both there for the first time, in milliseconds of the page's clock; 0 = not yet. */
  readableAt: number;
  getText: number;
  setSelection: number;
  /** Foreign nodes that were seen inside tile wrappers. */
  foreignTileNodes: number;
  repaints: number;
  keystrokes: number;
  /** Trusted Types and content policy violations reported by the page. */
  violations: string[];
  /** Uncaught errors in the page. */
  errors: string[];
  /** Scroll writes by `setSelection`. */
  selectionScrolls: number;
}

export function newCounters(): Counters {
  return {
    readableAt: 0,
    getText: 0,
    setSelection: 0,
    foreignTileNodes: 0,
    repaints: 0,
    keystrokes: 0,
    violations: [],
    errors: [],
    selectionScrolls: 0,
  };
}

/** Fills the counters that come from the page itself. */
export function watchPage(counters: Counters): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    counters.violations.push(`${event.violatedDirective}: ${event.sourceFile ?? ''}`);
  });
  addEventListener('error', (event) => counters.errors.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => counters.errors.push(String(event.reason)));
}
