import { useState } from 'preact/hooks';
import { Button } from '../controls/Button.tsx';
import { FileButton } from '../controls/FileButton.tsx';
import type { SettingsClient } from '../hooks/settings-client.ts';
import { useTranslate } from '../i18n/translate.ts';
import { PagePart } from '../layout/PagePart.tsx';
import type { OptionsPartProps } from './OptionsView.tsx';

export interface EverythingProps {
  readonly client: SettingsClient;
  readonly ask: OptionsPartProps['ask'];
  readonly onSaveFile: (name: string, text: string) => void;
}

/** Export, import and reset of everything that is kept. */
export function Everything({ client, ask, onSaveFile }: EverythingProps) {
  const translate = useTranslate();
  const [said, setSaid] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const take = async (file: File) => {
    setSaid((await ask(client.importAll(await file.text()))) ? translate('optionsImported') : null);
  };
  const reset = async () => {
    setSure(false);
    setSaid((await ask(client.reset())) ? translate('optionsResetDone') : null);
  };
  return (
    <PagePart title={translate('optionsEverything')} lead={translate('optionsEverythingLead')}>
      <div class="page-actions">
        <Button
          icon="download"
          onClick={() => void client.exportAll().then((text) => onSaveFile('stagemark-settings.json', text))}
        >
          {translate('optionsExport')}
        </Button>
        <FileButton
          label={translate('optionsImport')}
          accept=".json,application/json"
          onFile={(file) => void take(file)}
        />
        {sure ? (
          <>
            <Button kind="danger" icon="remove" onClick={() => void reset()}>
              {translate('optionsResetSure')}
            </Button>
            <Button onClick={() => setSure(false)}>{translate('optionsKeep')}</Button>
          </>
        ) : (
          <Button kind="danger" icon="remove" onClick={() => setSure(true)}>
            {translate('optionsReset')}
          </Button>
        )}
      </div>
      <p role="status" class="soft">
        {said}
      </p>
    </PagePart>
  );
}
