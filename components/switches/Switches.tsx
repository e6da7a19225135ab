import type { Scope, TabState } from '../../lib/model/tab.ts';
import { Button } from '../controls/Button.tsx';
import { Switch } from '../controls/Switch.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { switchStates } from './switch-states.ts';
import './switches.css';

/** How long a snooze lasts, in minutes. */
const SNOOZE_MINUTES = 60;

export interface SwitchesProps {
  readonly state: Pick<TabState, 'off' | 'host'>;
  readonly onSwitch: (scope: Scope, on: boolean) => void;
  readonly onSnooze: (minutes: number) => void;
}

/** On or off for this document, this site, everywhere; and an hour's silence. */
export function Switches({ state, onSwitch, onSnooze }: SwitchesProps) {
  const translate = useTranslate();
  const { managed, snoozed, scopes } = switchStates(state);
  const names: Readonly<Record<Scope, string>> = {
    document: translate('switchDocument'),
    site: translate('switchSite'),
    everywhere: translate('switchEverywhere'),
  };
  return (
    <div class="switches">
      {managed && <p class="soft">{translate('switchManaged')}</p>}
      {scopes.map(({ scope, on, disabled }) => (
        <Switch
          key={scope}
          label={names[scope]}
          on={on}
          disabled={disabled}
          onChange={(value) => onSwitch(scope, value)}
        />
      ))}
      {snoozed ? (
        <Button onClick={() => onSnooze(0)}>{translate('switchWake')}</Button>
      ) : (
        <Button icon="pause" disabled={state.off !== null} onClick={() => onSnooze(SNOOZE_MINUTES)}>
          {translate('switchSnooze')}
        </Button>
      )}
    </div>
  );
}
