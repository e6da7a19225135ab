import { useEffect, useState } from 'preact/hooks';
import type { TabClient, TabUpdate } from './tab-client.ts';

/** The newest state of the tab behind `client`; null until it has first been told. */
export function useTab(client: TabClient): TabUpdate | null {
  const [update, setUpdate] = useState<TabUpdate | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    client.watch(setUpdate, controller.signal);
    return () => controller.abort();
  }, [client]);
  return update;
}
