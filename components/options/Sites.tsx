import type { HostKind } from '../../lib/model/document.ts';
import { Button } from '../controls/Button.tsx';
import { Switch } from '../controls/Switch.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { PagePart } from '../layout/PagePart.tsx';
import { OffDocuments } from './OffDocuments.tsx';
import type { OptionsPartProps } from './OptionsView.tsx';

/** The hosts with the names by which their readers know them; the names are the hosts' own and not translated. */
const HOSTS: readonly { readonly host: HostKind; readonly name: string }[] = [
  { host: 'google-docs', name: 'Google Docs' },
  { host: 'notion', name: 'Notion' },
];

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Where Stagemark reads, and where and until when it is silent. */
export function Sites({ settings, client, ask }: OptionsPartProps) {
  const translate = useTranslate();
  const { switches, managed } = settings;
  const snoozedUntil = client.snoozedUntil(switches);
  return (
    <PagePart title={translate('optionsSites')} lead={translate('optionsSitesLead')}>
      {(managed.off === true || (managed.offSites?.length ?? 0) > 0) && (
        <p class="soft">{translate('switchManaged')}</p>
      )}
      {snoozedUntil !== null && (
        <div class="options-snooze" role="status">
          <span>{translate('optionsSnoozed', time.format(snoozedUntil))}</span>
          <Button icon="pause" onClick={() => void ask(client.wake())}>
            {translate('switchWake')}
          </Button>
        </div>
      )}
      <Switch
        label={translate('switchEverywhere')}
        on={!switches.everywhere && managed.off !== true}
        disabled={managed.off === true}
        onChange={(on) => void ask(client.setEverywhere(on))}
      />
      {HOSTS.map(({ host, name }) => {
        const fixed = managed.off === true || managed.offSites?.includes(host) === true;
        return (
          <Switch
            key={host}
            label={name}
            on={!fixed && !switches.sites.includes(host)}
            disabled={fixed || switches.everywhere}
            onChange={(on) => void ask(client.setSite(host, on))}
          />
        );
      })}
      <h3 class="options-sub">{translate('optionsOffTitle')}</h3>
      <OffDocuments documents={settings.documents} onRead={(keys) => void ask(client.readAgain(keys))} />
    </PagePart>
  );
}
