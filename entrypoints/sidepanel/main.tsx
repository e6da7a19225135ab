import { openPage, readCommands } from '../../components/hooks/browser-pages.ts';
import { createFollowingTab } from '../../components/hooks/following-tab.ts';
import { liveDiagnostics } from '../../components/hooks/live-diagnostics.tsx';
import { liveReview } from '../../components/hooks/live-review.tsx';
import { createLiveTab } from '../../components/hooks/live-tab.ts';
import { namedTab } from '../../components/hooks/own-tab.ts';
import { mountPage } from '../../components/page/mount.tsx';
import { Panel } from '../../components/panel/Panel.tsx';

const named = namedTab(location.href);
const client = named === null ? createFollowingTab() : createLiveTab(named);

mountPage(
  'extensionName',
  <Panel
    client={client}
    readCommands={readCommands}
    onPage={(page) => void openPage(page)}
    review={liveReview}
    diagnostics={liveDiagnostics}
  />,
);
