import { Checker } from '../../components/checker/Checker.tsx';
import { openPage } from '../../components/hooks/browser-pages.ts';
import { liveReview } from '../../components/hooks/live-review.tsx';
import { saveFile } from '../../components/hooks/save-file.ts';
import { mountPage } from '../../components/page/mount.tsx';
import { createCheckerDocument } from '../../lib/hosts/checker/document.ts';
import { words } from '../../lib/platform/words.ts';
import { createLocalTab } from './local-tab.ts';
import { runChecker } from './run.ts';
import { SAMPLE_TEXTS } from './samples.ts';

const checked = createCheckerDocument(words('checkerEditor'));
const asked = new URL(location.href).searchParams.get('sample');
const client = createLocalTab(runChecker(checked.editor, new AbortController().signal));

mountPage(
  'checkerTitle',
  <Checker
    document={checked}
    client={client}
    onPage={(page) => void openPage(page)}
    review={liveReview}
    onSample={(sample) => checked.openMarkdown(SAMPLE_TEXTS[sample])}
    onSave={() => {
      const { name, text } = checked.save();
      saveFile(name, text);
    }}
  />,
);
if (asked !== null && Object.hasOwn(SAMPLE_TEXTS, asked)) checked.openMarkdown(SAMPLE_TEXTS[asked as 'spec']);
addEventListener('beforeunload', (event) => {
  if (checked.unsaved()) event.preventDefault();
});
