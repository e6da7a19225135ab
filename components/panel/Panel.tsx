import { useCommands } from '../hooks/use-commands.ts';
import { useTab } from '../hooks/use-tab.ts';
import type { KeyHelp } from '../keys/Keys.tsx';
import { PanelView, type PanelViewProps } from './PanelView.tsx';

export interface PanelProps extends Omit<PanelViewProps, 'update' | 'commands'> {
  readonly readCommands: () => Promise<readonly KeyHelp[]>;
}

/** The side panel of a tab, live. */
export function Panel({ readCommands, ...props }: PanelProps) {
  return <PanelView {...props} update={useTab(props.client)} commands={useCommands(readCommands)} />;
}
