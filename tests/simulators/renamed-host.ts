import type { SimulatedResponse, Simulator } from './simulator.ts';

/** Query name that asks for the renamed page. */
const SWITCH = 'renamed';

/** Every name of a host's DOM and API that Stagemark relies on, and what the host calls it one morning. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/kix-/g, 'zy-'],
  [/docs-texteventtarget/g, 'zd-input'],
  [/_docs_annotate/g, '_zd_annotate'],
  [/\bnotion-/g, 'zn-'],
  [/data-block-id/g, 'data-zn-id'],
  [/data-content-editable/g, 'data-zn-editable'],
];

/** A simulated host that changed all its names overnight, where the address says so. */
export function withRenaming(simulator: Simulator): Simulator {
  return {
    patterns: simulator.patterns,
    async respond(url) {
      const answer = await simulator.respond(url);
      return answer !== null && url.searchParams.has(SWITCH) ? rename(answer) : answer;
    },
  };
}

function rename(answer: SimulatedResponse): SimulatedResponse {
  let body = answer.body.toString();
  for (const [name, renamed] of RENAMED) body = body.replace(name, renamed);
  // The page's own scripts are asked for under the same switch.
  body = body.replace(
    /(<script[^>]*\ssrc=")([^"]+)"/g,
    (_, head: string, path: string) => `${head}${path}?${SWITCH}=1"`,
  );
  return { ...answer, body };
}

/** The address of a page whose names are all changed. */
export function renamedUrl(address: string): string {
  const url = new URL(address);
  url.searchParams.set(SWITCH, '1');
  return url.href;
}
