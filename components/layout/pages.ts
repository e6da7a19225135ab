/** The extension's own pages, by the name of their file. */
export const PAGE_LINKS = ['checker', 'ledger', 'trust', 'options'] as const;
export type PageLink = (typeof PAGE_LINKS)[number];

export const PAGE_NAMES: Readonly<Record<PageLink, string>> = {
  checker: 'pageChecker',
  ledger: 'pageLedger',
  trust: 'pageTrust',
  options: 'pageOptions',
};
