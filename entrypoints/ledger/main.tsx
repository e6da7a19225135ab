import { liveLedger } from '../../components/hooks/live-ledger.ts';
import { saveFile } from '../../components/hooks/save-file.ts';
import { Ledger } from '../../components/ledger/Ledger.tsx';
import { mountPage } from '../../components/page/mount.tsx';

mountPage('pageLedger', <Ledger client={liveLedger} onSaveFile={saveFile} />);
