/** Sent in a page when a script of ours starts there, with its name. */
const STARTED = 'stagemark:script-started';

/**
 * The life of a content script, in place of WXT's own class of this name (wxt.config.ts), of which a page needs no more: it ends
 * when the same script starts again in the page, as after an update of the extension.
 */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor(name: string) {
    const ended = new AbortController();
    this.signal = ended.signal;
    document.dispatchEvent(new CustomEvent(STARTED, { detail: name }));
    const startedAgain = (event: Event) => {
      if (event instanceof CustomEvent && event.detail === name) ended.abort();
    };
    document.addEventListener(STARTED, startedAgain, { signal: ended.signal });
  }
}
