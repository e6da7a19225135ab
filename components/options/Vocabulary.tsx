import { useId, useState } from 'preact/hooks';
import { Button } from '../controls/Button.tsx';
import { VOCABULARY_LIMIT } from '../hooks/settings-client.ts';
import { formatCount, useTranslate } from '../i18n/translate.ts';
import { PagePart } from '../layout/PagePart.tsx';
import type { OptionsPartProps } from './OptionsView.tsx';
import { addWord } from './vocabulary.ts';

/** The writer's own words: product names and the like that hold stage words and must not vote. */
export function Vocabulary({ settings, client, ask }: OptionsPartProps) {
  const translate = useTranslate();
  const { vocabulary } = settings.preferences;
  const [typed, setTyped] = useState('');
  const id = useId();
  const add = async () => {
    const next = addWord(vocabulary, typed);
    if (next === vocabulary || (await ask(client.prefer({ vocabulary: [...next] })))) setTyped('');
  };
  const remove = (word: string) =>
    void ask(client.prefer({ vocabulary: vocabulary.filter((candidate) => candidate !== word) }));
  return (
    <PagePart title={translate('optionsVocabulary')} lead={translate('optionsVocabularyLead')}>
      <form
        class="options-add"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label for={id}>{translate('optionsVocabularyAdd')}</label>
        <input
          id={id}
          class="input"
          type="text"
          maxLength={80}
          autocomplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button button-plain" disabled={vocabulary.length >= VOCABULARY_LIMIT}>
          {translate('optionsAdd')}
        </button>
      </form>
      {vocabulary.length >= VOCABULARY_LIMIT && (
        <p class="soft">{translate('optionsVocabularyFull', formatCount(VOCABULARY_LIMIT))}</p>
      )}
      <ul class="options-words">
        {vocabulary.map((word) => (
          <li key={word} class="options-word">
            {word}
            <Button
              kind="quiet"
              icon="close"
              label={translate('optionsVocabularyRemove', word)}
              onClick={() => remove(word)}
            />
          </li>
        ))}
      </ul>
    </PagePart>
  );
}
