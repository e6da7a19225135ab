import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findTabId, namedTab } from '../components/hooks/own-tab.ts';
import { askEarly } from '../lib/messaging/early-state.ts';

/** Asks the tab for its state while the popup's own scripts and styles are still on their way. */
export default defineUnlistedScript(() => askEarly(namedTab(location.href) ?? findTabId()));
