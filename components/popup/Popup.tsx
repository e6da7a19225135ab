import type { TabClient } from '../hooks/tab-client.ts';
import { useTab } from '../hooks/use-tab.ts';
import { PopupView, type PopupViewProps } from './PopupView.tsx';

export type PopupProps = Omit<PopupViewProps, 'update'> & { readonly client: TabClient };

/** The popup of a tab, live. */
export function Popup(props: PopupProps) {
  return <PopupView {...props} update={useTab(props.client)} />;
}
