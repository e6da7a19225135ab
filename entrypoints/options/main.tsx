import { liveSettings } from '../../components/hooks/live-settings.ts';
import { saveFile } from '../../components/hooks/save-file.ts';
import { Options } from '../../components/options/Options.tsx';
import { mountPage } from '../../components/page/mount.tsx';

mountPage('pageOptions', <Options client={liveSettings} onSaveFile={saveFile} />);
