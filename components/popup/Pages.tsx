import { useTranslate } from '../i18n/translate.ts';
import { PAGE_LINKS, PAGE_NAMES, type PageLink } from '../layout/pages.ts';
import './pages.css';

/** Links to the other pages of the extension. */
export function Pages({ onPage }: { readonly onPage: (page: PageLink) => void }) {
  const translate = useTranslate();
  return (
    <nav class="pages" aria-label={translate('pagesMore')}>
      {PAGE_LINKS.map((page) => (
        <button key={page} type="button" class="pages-link" onClick={() => onPage(page)}>
          {translate(PAGE_NAMES[page])}
        </button>
      ))}
    </nav>
  );
}
