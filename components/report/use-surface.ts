import { useState } from 'preact/hooks';
import type { SurfaceState } from '../../lib/model/tab.ts';
import type { TabUpdate } from '../hooks/tab-client.ts';

/**
 * The surface that is shown: the one chosen, else a peek (it is what the writer looks at), else the page.
 */
export function useSurface(update: TabUpdate | null) {
  const [chosen, choose] = useState<string | null>(null);
  const surfaces: readonly SurfaceState[] = update?.ok ? update.state.surfaces : [];
  const surface =
    surfaces.find((candidate) => candidate.id === chosen) ??
    surfaces.find((candidate) => candidate.kind === 'peek') ??
    surfaces[0];
  return { surfaces, surface, choose };
}
