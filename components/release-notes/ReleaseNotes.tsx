import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/Button.tsx';
import { Disclosure } from '../controls/Disclosure.tsx';
import { useTranslate } from '../i18n/translate.ts';
import type { Release } from './news.ts';
import './release-notes.css';

/** Knows what the reader has not been told yet. */
export interface NewsClient {
  /** What is new since the reader last saw the news; null where there is none. */
  read(): Promise<Release | null>;
  /** The reader has seen it: it is not told again. */
  dismiss(): Promise<void>;
}

/** What is new after an update: one line, its sentences folded away, gone for good once it is closed. */
export function ReleaseNotes({ client }: { readonly client: NewsClient }) {
  const translate = useTranslate();
  const [news, setNews] = useState<Release | null>(null);
  // After the first paint: nobody waits for news.
  useEffect(() => {
    let wanted = true;
    void client.read().then((found) => {
      if (wanted) setNews(found);
    });
    return () => {
      wanted = false;
    };
  }, [client]);
  if (news === null) return null;
  const close = () => {
    setNews(null);
    void client.dismiss();
  };
  return (
    <aside class="news" aria-label={translate('newsTitle', news.version)}>
      <Disclosure kind="inline" summary={translate('newsTitle', news.version)}>
        <ul class="news-notes">
          {news.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Disclosure>
      <Button kind="quiet" icon="close" label={translate('newsClose')} onClick={close} />
    </aside>
  );
}
