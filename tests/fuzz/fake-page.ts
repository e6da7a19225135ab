/** Runs with a page as far as the bridge knows one: a `document` that is a target of events. */
export function withPage(run: (page: EventTarget) => void): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'document');
  const page = new EventTarget();
  Object.defineProperty(globalThis, 'document', { value: page, configurable: true });
  try {
    run(page);
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, 'document');
    else Object.defineProperty(globalThis, 'document', before);
  }
}
