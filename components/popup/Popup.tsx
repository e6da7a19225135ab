import type { TabClient } from '../hooks/tab-client.ts';
import { useCommands } from '../hooks/use-commands.ts';
import { useTab } from '../hooks/use-tab.ts';
import type { KeyHelp } from '../keys/Keys.tsx';
import { PopupView, type PopupViewProps } from './PopupView.tsx';

export interface PopupProps extends Omit<PopupViewProps, 'update' | 'commands'> {
  readonly client: TabClient;
  readonly readCommands: () => Promise<readonly KeyHelp[]>;
}

/** The popup of a tab, live. */
export function Popup({ readCommands, ...props }: PopupProps) {
  return <PopupView {...props} update={useTab(props.client)} commands={useCommands(readCommands)} />;
}
