import { browser } from 'wxt/browser';
import type { TabState } from '../../lib/model/tab.ts';
import { Diagnostics } from '../diagnostics/Diagnostics.tsx';
import { copyText } from './clipboard.ts';

/** The diagnostics of a tab with this build's version and the browser's clipboard behind them. */
export function liveDiagnostics(state: TabState) {
  const build = { version: browser.runtime.getManifest().version, browser: navigator.userAgent };
  return <Diagnostics state={state} build={build} onCopy={copyText} />;
}
