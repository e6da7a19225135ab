import type { Accuracy } from '../hooks/accuracy.ts';
import type { SettingsClient } from '../hooks/settings-client.ts';
import type { TrustClient } from '../hooks/trust-client.ts';
import { useWatched } from '../hooks/use-watched.ts';
import { agreementOf } from './agreement.ts';
import { TrustView } from './TrustView.tsx';

export interface TrustProps {
  readonly client: TrustClient;
  readonly settings: Pick<SettingsClient, 'watch'>;
  readonly accuracy: Accuracy | null;
}

/** The trust page, live. */
export function Trust({ client, settings, accuracy }: TrustProps) {
  const stored = useWatched(client.watchStored);
  const corrections = useWatched(settings.watch)?.corrections;
  return (
    <TrustView
      permissions={client.permissions}
      stored={stored}
      agreement={corrections === undefined ? null : agreementOf(corrections)}
      accuracy={accuracy}
      onDelete={client.remove}
    />
  );
}
