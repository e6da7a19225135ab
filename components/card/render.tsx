import { render } from 'preact';
import { type Translate, TranslateProvider } from '../i18n/translate.ts';
import { Card, type CardProps } from './Card.tsx';

/** Renders the card into an element, or empties it. */
export function renderCard(
  into: Element,
  theme: 'light' | 'dark',
  props: CardProps | null,
  translate: Translate,
): void {
  into.setAttribute('data-theme', theme);
  const card =
    props === null ? null : (
      <TranslateProvider value={translate}>
        <Card key={`${props.detail.surfaceId}/${props.detail.passageId}`} {...props} />
      </TranslateProvider>
    );
  render(card, into);
}
