import { openPage, panelOpener, readCommands } from '../../components/hooks/browser-pages.ts';
import { liveDiagnostics } from '../../components/hooks/live-diagnostics.tsx';
import { liveNews } from '../../components/hooks/live-news.ts';
import { createLiveTab, silentClient } from '../../components/hooks/live-tab.ts';
import { findTabId, namedTab } from '../../components/hooks/own-tab.ts';
import { mountPage } from '../../components/page/mount.tsx';
import { Popup } from '../../components/popup/Popup.tsx';

const named = namedTab(location.href);
// The browser makes its popup as wide as the page asks to be; in a tab the page takes the width that is there.
document.documentElement.classList.toggle('in-popup', named === null);
const tabId = named ?? (await (globalThis.stagemarkEarly?.tabId ?? findTabId()));

mountPage(
  'extensionName',
  <Popup
    client={tabId === null ? silentClient : createLiveTab(tabId)}
    readCommands={readCommands}
    onPanel={tabId === null ? undefined : panelOpener(tabId)}
    news={liveNews}
    diagnostics={liveDiagnostics}
    onPage={(page) => void openPage(page).then(() => window.close())}
  />,
);
