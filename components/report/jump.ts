import { useState } from 'preact/hooks';
import type { RevealOutcome, TabClient } from '../hooks/tab-client.ts';

/** What is said after a jump that did not simply arrive. */
const OUTCOME_KEYS: Readonly<Record<RevealOutcome, string | null>> = {
  revealed: null,
  moved: 'jumpMoved',
  gone: 'jumpGone',
  failed: 'jumpFailed',
};

/** Jumps to passages of a surface, and the key of what is to be said about the last jump, if anything. */
export function useJump(client: Pick<TabClient, 'reveal'>, surfaceId: string | undefined) {
  const [said, setSaid] = useState<string | null>(null);
  const jump = (passageId: string) => {
    if (surfaceId === undefined) return;
    client.reveal(surfaceId, passageId).then(
      (outcome) => setSaid(OUTCOME_KEYS[outcome]),
      () => setSaid(OUTCOME_KEYS.failed),
    );
  };
  return { said, jump };
}
