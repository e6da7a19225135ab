import type { TabClient, TabUpdate } from './tab-client.ts';
import { useWatched } from './use-watched.ts';

/** The newest state of the tab behind `client`; null until it has first been told. */
export function useTab(client: TabClient): TabUpdate | null {
  return useWatched(client.watch);
}
