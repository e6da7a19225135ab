import { buildGenerated } from './content/generated.ts';
import { buildMixed } from './content/mixed.ts';
import { buildDatabase, buildStrategy, buildTeamPlan } from './content/others.ts';
import { buildSpec } from './content/spec.ts';
import type { Store } from './model.ts';
import type { SimOptions } from './options.ts';
import { createRandom, dashed, type Random, seedOf } from './random.ts';

/** Ids of the pages that every simulated workspace holds. */
export const PAGE_IDS = {
  spec: dashed('1c0ffee0000040008000000000000001'),
  strategy: dashed('1c0ffee0000040008000000000000002'),
  plan: dashed('1c0ffee0000040008000000000000003'),
  database: dashed('1c0ffee0000040008000000000000004'),
  /** Every block type and script that the sample spec has not. */
  mixed: dashed('1c0ffee0000040008000000000000005'),
} as const;
export type PageName = keyof typeof PAGE_IDS;

const SLUGS: Readonly<Record<PageName, string>> = {
  spec: 'Guest-checkout-spec',
  strategy: 'Checkout-strategy-for-next-year',
  plan: 'Team-plan',
  database: 'Product-bets',
  mixed: 'Meeting-and-tabs',
};

/** The shapes of address under which the app and published pages live; `custom` is a customer's own domain. */
export const ORIGINS = {
  so: 'https://www.notion.so/acme/',
  app: 'https://app.notion.com/p/acme/',
  site: 'https://acme.notion.site/',
  custom: 'https://handbook.acme.example/',
} as const;

/** The address of a page, with options as query. */
export function pageUrl(
  name: PageName,
  origin: keyof typeof ORIGINS = 'so',
  query: Readonly<Record<string, string | number>> = {},
): string {
  const url = new URL(`${ORIGINS[origin]}${SLUGS[name]}-${PAGE_IDS[name].replaceAll('-', '')}`);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, String(value));
  return url.href;
}

/** The page id in an address: the last 32 hexadecimal digits of its path, or null. */
export function pageIdIn(pathname: string): string | null {
  const match = /([0-9a-f]{32})\/?$/.exec(pathname);
  return match?.[1] === undefined ? null : dashed(match[1]);
}

/** Fills the store with the known pages; an unknown id gets a generated page of its own. */
export function buildWorkspace(store: Store, options: SimOptions, wanted: string | null): Random {
  const random = createRandom(options.seed);
  if (options.size > 0) buildGenerated(store, random, PAGE_IDS.spec, options);
  else buildSpec(store, random, PAGE_IDS.spec);
  buildStrategy(store, random, PAGE_IDS.strategy);
  buildTeamPlan(store, random, PAGE_IDS.plan);
  buildDatabase(store, random, PAGE_IDS.database);
  buildMixed(store, createRandom(seedOf(PAGE_IDS.mixed)), PAGE_IDS.mixed);
  if (wanted !== null && !store.pages.has(wanted)) {
    buildGenerated(store, createRandom(seedOf(wanted)), wanted, {
      size: options.size || 30,
      toggles: options.toggles,
      giant: false,
    });
  }
  return random;
}
