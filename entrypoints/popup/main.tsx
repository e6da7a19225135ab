import { openPage, panelOpener, readCommands } from '../../components/hooks/browser-pages.ts';
import { createLiveTab, findTabId, namedTab, silentClient } from '../../components/hooks/live-tab.ts';
import { mountPage } from '../../components/page/mount.tsx';
import { Popup } from '../../components/popup/Popup.tsx';

const tabId = namedTab(location.href) ?? (await findTabId());

mountPage(
  'extensionName',
  <Popup
    client={tabId === null ? silentClient : createLiveTab(tabId)}
    readCommands={readCommands}
    onPanel={tabId === null ? undefined : panelOpener(tabId)}
    onPage={(page) => void openPage(page).then(() => window.close())}
  />,
);
