import { useEffect, useState } from 'preact/hooks';
import type { KeyHelp } from '../keys/Keys.tsx';

/** The browser's keyboard commands; none until they are read, which nothing waits for. */
export function useCommands(read: () => Promise<readonly KeyHelp[]>): readonly KeyHelp[] {
  const [commands, setCommands] = useState<readonly KeyHelp[]>([]);
  useEffect(() => {
    void read().then(setCommands);
  }, [read]);
  return commands;
}
