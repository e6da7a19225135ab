import { watchLiveSettings } from '../../components/hooks/live-settings.ts';
import { liveTrust } from '../../components/hooks/trust-client.ts';
import { mountPage } from '../../components/page/mount.tsx';
import accuracy from '../../components/trust/accuracy.generated.json';
import { Trust } from '../../components/trust/Trust.tsx';

mountPage('pageTrust', <Trust client={liveTrust} settings={{ watch: watchLiveSettings }} accuracy={accuracy} />);
