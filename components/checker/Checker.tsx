import { useState } from 'preact/hooks';
import type { Message } from '../../lib/model/report.ts';
import type { TabClient } from '../hooks/tab-client.ts';
import { useTab } from '../hooks/use-tab.ts';
import { useWatched } from '../hooks/use-watched.ts';
import { useTranslate } from '../i18n/translate.ts';
import type { PageLink } from '../layout/pages.ts';
import { PanelView, type PanelViewProps } from '../panel/PanelView.tsx';
import { CheckerView } from './CheckerView.tsx';
import type { SampleId } from './samples.ts';

/** The checker's document, as its page sees it. */
export interface CheckerText {
  mount(place: HTMLElement): void;
  /** Opens a file; null, or the sentence that says why it could not be read. */
  open(file: File): Promise<Message | null>;
  clear(): void;
  /** Tells whether there is any text, now and at every change, until the signal aborts. */
  watchBlank(listener: (blank: boolean) => void, signal: AbortSignal): void;
}

export interface CheckerProps {
  readonly document: CheckerText;
  readonly client: TabClient;
  readonly onPage: (page: PageLink) => void;
  readonly onSample: (sample: SampleId) => void;
  /** Saves the text as a file. */
  readonly onSave: () => void;
  readonly review?: PanelViewProps['review'];
}

/** The checker page, live. */
export function Checker({ document, client, onPage, onSample, onSave, review }: CheckerProps) {
  const translate = useTranslate();
  const update = useTab(client);
  const blank = useWatched(document.watchBlank) ?? true;
  const [error, setError] = useState<Message | null>(null);
  return (
    <CheckerView
      mountEditor={document.mount}
      blank={blank}
      error={error && translate(error.key, ...error.values)}
      onFile={(file) => {
        document.open(file).then(setError, () => setError({ key: 'errorFileFailed', values: [file.name] }));
      }}
      onSample={(sample) => {
        setError(null);
        onSample(sample);
      }}
      onSave={onSave}
      onClear={() => {
        setError(null);
        document.clear();
      }}
    >
      <PanelView embedded update={update} client={client} commands={[]} onPage={onPage} {...(review && { review })} />
    </CheckerView>
  );
}
