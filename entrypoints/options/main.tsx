import { createLiveSettings } from '../../components/hooks/live-settings.ts';
import { saveFile } from '../../components/hooks/save-file.ts';
import { Options } from '../../components/options/Options.tsx';
import { mountPage } from '../../components/page/mount.tsx';
import { findsPackPhrase } from '../../lib/classifier/pack-phrase.ts';

mountPage('pageOptions', <Options client={createLiveSettings(findsPackPhrase)} onSaveFile={saveFile} />);
