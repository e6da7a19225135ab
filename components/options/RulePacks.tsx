import { useState } from 'preact/hooks';
import type { Message } from '../../lib/model/report.ts';
import { Button } from '../controls/Button.tsx';
import { FileButton } from '../controls/FileButton.tsx';
import { Notice } from '../controls/Notice.tsx';
import { Switch } from '../controls/Switch.tsx';
import type { KeptPack, Outcome, SettingsClient } from '../hooks/settings-client.ts';
import { counted, sentence, useTranslate } from '../i18n/translate.ts';
import { PagePart } from '../layout/PagePart.tsx';
import type { OptionsPartProps } from './OptionsView.tsx';

export interface RulePacksProps extends OptionsPartProps {
  readonly onSaveFile: (name: string, text: string) => void;
}

/** What a file brought about: what is said of it, or what has to be mended in it. */
interface Told {
  readonly said: string | null;
  readonly problems: readonly Message[];
  /** The file that has the problems. */
  readonly file: string;
  readonly undo: (() => Promise<Outcome>) | null;
}

const NOTHING: Told = { said: null, problems: [], file: '', undo: null };

/** Packs of the team's own phrases: taken from files, switched on and off, taken along and taken away. */
export function RulePacks({ settings, client, ask, onSaveFile }: RulePacksProps) {
  const translate = useTranslate();
  const [told, setTold] = useState<Told>(NOTHING);
  const take = async (file: File) => {
    const outcome = await client.addPack(await file.text());
    if (!outcome.ok) {
      setTold({ ...NOTHING, problems: outcome.problems, file: file.name });
      return;
    }
    const { kept, replaced } = outcome;
    setTold({
      ...NOTHING,
      said: translate(replaced === null ? 'packAdded' : 'packReplaced', kept.pack.name),
      undo: () => (replaced === null ? client.removePack(kept.pack.name) : client.keepPack(replaced)),
    });
  };
  const remove = async (kept: KeptPack) => {
    if (!(await ask(client.removePack(kept.pack.name)))) return;
    setTold({ ...NOTHING, said: translate('packRemoved', kept.pack.name), undo: () => client.keepPack(kept) });
  };
  const undo = async () => {
    if (told.undo !== null && (await ask(told.undo()))) setTold(NOTHING);
  };
  return (
    <PagePart title={translate('optionsPacks')} lead={translate('optionsPacksLead')}>
      {told.problems.length > 0 && <Problems file={told.file} problems={told.problems} />}
      <div class="options-undo" role="status">
        {told.said !== null && <span class="soft">{told.said} </span>}
        {told.undo !== null && (
          <Button icon="undo" onClick={() => void undo()}>
            {translate('optionsUndo')}
          </Button>
        )}
      </div>
      {settings.packs.length === 0 ? (
        <p class="soft">{translate('optionsPacksNone')}</p>
      ) : (
        <ul class="options-packs">
          {settings.packs.map((kept) => (
            <Pack
              key={kept.pack.name}
              kept={kept}
              onSwitch={(enabled) => void ask(client.keepPack({ ...kept, enabled }))}
              onSave={() => onSaveFile(fileName(kept.pack.name), client.packFile(kept))}
              onRemove={() => void remove(kept)}
            />
          ))}
        </ul>
      )}
      <div class="page-actions">
        <FileButton
          label={translate('optionsPackAdd')}
          accept=".json,application/json"
          onFile={(file) => void take(file)}
        />
        <Button icon="download" kind="quiet" onClick={() => saveExample(client, onSaveFile)}>
          {translate('optionsPackExample')}
        </Button>
      </div>
    </PagePart>
  );
}

function saveExample(client: SettingsClient, onSaveFile: RulePacksProps['onSaveFile']): void {
  onSaveFile('stagemark-pack-example.json', client.examplePack());
}

/** A name for a pack's file that every system takes. */
function fileName(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `stagemark-pack-${plain.replace(/^-|-$/g, '') || 'team'}.json`;
}

function Problems({ file, problems }: { readonly file: string; readonly problems: readonly Message[] }) {
  const translate = useTranslate();
  return (
    <Notice kind="error">
      <p>{translate('packRefused', file)}</p>
      <ul class="options-problems">
        {problems.map((problem) => (
          <li key={problem.key + problem.values.join()}>{sentence(translate, problem)}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface PackProps {
  readonly kept: KeptPack;
  readonly onSwitch: (on: boolean) => void;
  readonly onSave: () => void;
  readonly onRemove: () => void;
}

function Pack({ kept: { pack, enabled }, onSwitch, onSave, onRemove }: PackProps) {
  const translate = useTranslate();
  const words = pack.vocabulary?.length ?? 0;
  const holds = [
    counted(translate, 'packPhrases', pack.phrases.length),
    ...(words > 0 ? [counted(translate, 'packWords', words)] : []),
    ...(pack.about === undefined ? [] : [pack.about]),
  ].join(' · ');
  return (
    <li class="options-pack">
      <Switch label={pack.name} note={holds} on={enabled} onChange={onSwitch} />
      <Button kind="quiet" icon="download" label={translate('packSave', pack.name)} onClick={onSave} />
      <Button kind="quiet" icon="remove" label={translate('packRemove', pack.name)} onClick={onRemove} />
    </li>
  );
}
