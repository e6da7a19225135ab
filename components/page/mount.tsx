import { type ComponentChild, render } from 'preact';
import { words } from '../../lib/platform/words.ts';
import '../design/design.css';
import { adoptStageTokens } from '../design/stage-tokens.ts';
import { TranslateProvider } from '../i18n/translate.ts';

/** Renders one page of the extension into its document: words, stage tokens, title. @param title key of the page's title. */
export function mountPage(title: string, page: ComponentChild): void {
  document.documentElement.lang = 'en';
  document.title = words(title);
  adoptStageTokens(document);
  render(<TranslateProvider value={words}>{page}</TranslateProvider>, document.body);
}
