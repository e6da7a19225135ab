import { openPage, panelOpener, readCommands } from '../../components/hooks/browser-pages.ts';
import { createLiveTab, findTabId, silentClient } from '../../components/hooks/live-tab.ts';
import { mountPage } from '../../components/page/mount.tsx';
import { Popup } from '../../components/popup/Popup.tsx';

const [tabId, commands] = await Promise.all([findTabId(location.href), readCommands()]);

mountPage(
  'extensionName',
  <Popup
    client={tabId === null ? silentClient : createLiveTab(tabId)}
    commands={commands}
    onPanel={tabId === null ? undefined : panelOpener(tabId)}
    onPage={(page) => void openPage(page).then(() => window.close())}
  />,
);
