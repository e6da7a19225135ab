import type { SettingsClient } from '../hooks/settings-client.ts';
import { useWatched } from '../hooks/use-watched.ts';
import { OptionsView, type OptionsViewProps } from './OptionsView.tsx';

export interface OptionsProps {
  readonly client: SettingsClient;
  readonly onSaveFile: OptionsViewProps['onSaveFile'];
}

/** The options page, live. */
export function Options({ client, onSaveFile }: OptionsProps) {
  return <OptionsView settings={useWatched(client.watch)} client={client} onSaveFile={onSaveFile} />;
}
