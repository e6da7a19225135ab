import { Button } from '../controls/Button.tsx';
import type { Settings } from '../hooks/settings-client.ts';
import { DOCUMENT_TYPE_NAMES } from '../i18n/names.ts';
import { counted, useTranslate } from '../i18n/translate.ts';

/** The newest are listed; all of them can be read again at once. */
const LISTED = 20;

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

export interface OffDocumentsProps {
  readonly documents: Settings['documents'];
  /** Reads documents again, by their keys. */
  readonly onRead: (keys: readonly string[]) => void;
}

/** Single documents that were switched off: known by hash alone, so they are named by when it was, and their type if it was set. */
export function OffDocuments({ documents, onRead }: OffDocumentsProps) {
  const translate = useTranslate();
  const off = Object.entries(documents)
    .filter(([, choice]) => choice.off === true)
    .sort(([, a], [, b]) => b.at - a.at);
  if (off.length === 0) return <p class="soft">{translate('optionsOffNone')}</p>;
  return (
    <>
      <p>{counted(translate, 'optionsOffCount', off.length)}</p>
      <ul class="options-off">
        {off.slice(0, LISTED).map(([key, { at, type }]) => {
          const name = translate(
            'optionsOffName',
            type === undefined ? translate('optionsOffDocument') : translate(DOCUMENT_TYPE_NAMES[type]),
            moment.format(at),
          );
          return (
            <li key={key} class="options-pack">
              <span class="options-off-name">{name}</span>
              <Button label={translate('optionsReadAgainOf', name)} onClick={() => onRead([key])}>
                {translate('optionsReadAgain')}
              </Button>
            </li>
          );
        })}
      </ul>
      {off.length > 1 && (
        <div class="page-actions">
          <Button onClick={() => onRead(off.map(([key]) => key))}>{translate('optionsReadAllAgain')}</Button>
        </div>
      )}
    </>
  );
}
