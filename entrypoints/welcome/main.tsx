import { openPage } from '../../components/hooks/browser-pages.ts';
import { mountPage } from '../../components/page/mount.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { createCheckerDocument } from '../../lib/hosts/checker/document.ts';
import { words } from '../../lib/platform/words.ts';
import { createLocalTab } from '../checker/local-tab.ts';
import { runChecker } from '../checker/run.ts';
import sample from './sample.md?raw';

const text = createCheckerDocument(words('welcomeSampleName'));
text.openMarkdown(sample);

mountPage(
  'welcomeTitle',
  <Welcome
    client={createLocalTab(runChecker(text.editor, new AbortController().signal))}
    mountEditor={text.mount}
    onChecker={() => void openPage('checker')}
    onOptions={() => void openPage('options')}
  />,
);
