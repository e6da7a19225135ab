import { useTranslate } from '../i18n/translate.ts';
import './pages.css';

/** The extension's own pages that a surface links to. */
export const PAGE_LINKS = ['checker', 'ledger', 'trust', 'options'] as const;
export type PageLink = (typeof PAGE_LINKS)[number];

const NAMES: Readonly<Record<PageLink, string>> = {
  checker: 'pageChecker',
  ledger: 'pageLedger',
  trust: 'pageTrust',
  options: 'pageOptions',
};

/** Links to the other pages of the extension. */
export function Pages({ onPage }: { readonly onPage: (page: PageLink) => void }) {
  const translate = useTranslate();
  return (
    <nav class="pages" aria-label={translate('pagesMore')}>
      {PAGE_LINKS.map((page) => (
        <button key={page} type="button" class="pages-link" onClick={() => onPage(page)}>
          {translate(NAMES[page])}
        </button>
      ))}
    </nav>
  );
}
