import type { ComponentChildren } from 'preact';
import { Glyph } from '../design/Glyph.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { PAGE_LINKS, PAGE_NAMES, type PageLink } from './pages.ts';
import './page-frame.css';

export interface PageFrameProps {
  /** The page shown, among the extension's pages; null for one that is not in the navigation. */
  readonly page: PageLink | null;
  readonly title: string;
  /** One or two sentences below the title. */
  readonly lead: string;
  readonly children: ComponentChildren;
}

/** The frame of the extension's own pages: sign, navigation, title. */
export function PageFrame({ page, title, lead, children }: PageFrameProps) {
  const translate = useTranslate();
  return (
    <div class="page">
      <header class="page-head">
        <span class="page-brand">
          <Glyph size={18} /> {translate('extensionName')}
        </span>
        <nav class="page-nav" aria-label={translate('pagesMore')}>
          {PAGE_LINKS.map((link) => (
            <a key={link} href={`${link}.html`} aria-current={link === page ? 'page' : undefined}>
              {translate(PAGE_NAMES[link])}
            </a>
          ))}
        </nav>
      </header>
      <main class="page-main">
        <h1 class="page-title">{title}</h1>
        <p class="page-lead">{lead}</p>
        {children}
      </main>
    </div>
  );
}
