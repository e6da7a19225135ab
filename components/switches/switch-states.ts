import { SCOPES, type Scope, type TabState } from '../../lib/model/tab.ts';

export interface ScopeSwitch {
  readonly scope: Scope;
  readonly on: boolean;
  /** A wider switch is off, or an administrator decided: this one would change nothing now. */
  readonly disabled: boolean;
}

export interface SwitchStates {
  readonly managed: boolean;
  readonly snoozed: boolean;
  readonly scopes: readonly ScopeSwitch[];
}

/** What each switch shows for the reason of a tab's silence. */
export function switchStates({ off }: Pick<TabState, 'off'>): SwitchStates {
  const offScope = SCOPES.findIndex((scope) => off === `off-${scope}`);
  return {
    managed: off === 'managed',
    snoozed: off === 'snoozed',
    scopes: SCOPES.map((scope, index) => ({
      scope,
      on: off !== 'managed' && (offScope === -1 || index > offScope),
      disabled: off === 'managed' || off === 'snoozed' || (offScope !== -1 && index < offScope),
    })),
  };
}
