import { useTab } from '../hooks/use-tab.ts';
import { PanelView, type PanelViewProps } from './PanelView.tsx';

/** The side panel of a tab, live. */
export function Panel(props: Omit<PanelViewProps, 'update'>) {
  return <PanelView {...props} update={useTab(props.client)} />;
}
