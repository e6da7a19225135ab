import { describe, expect, it } from 'vitest';
import { switchStates } from '../../../../components/switches/switch-states.ts';
import type { TabState } from '../../../../lib/model/tab.ts';

const states = (off: TabState['off']) =>
  switchStates({ off }).scopes.map(
    ({ scope, on, disabled }) => `${scope} ${on ? 'on' : 'off'}${disabled ? ' fixed' : ''}`,
  );

describe('the switches', () => {
  it('are all on and free where Stagemark works', () => {
    expect(states(null)).toEqual(['document on', 'site on', 'everywhere on']);
  });

  it('show what is off, and fix the narrower ones that would change nothing', () => {
    expect(states('off-document')).toEqual(['document off', 'site on', 'everywhere on']);
    expect(states('off-site')).toEqual(['document off fixed', 'site off', 'everywhere on']);
    expect(states('off-everywhere')).toEqual(['document off fixed', 'site off fixed', 'everywhere off']);
  });

  it('are fixed while paused, and offer to wake', () => {
    expect(states('snoozed').every((state) => state.endsWith('fixed'))).toBe(true);
    expect(switchStates({ off: 'snoozed' }).snoozed).toBe(true);
  });

  it('are off and fixed where an administrator decided', () => {
    expect(states('managed')).toEqual(['document off fixed', 'site off fixed', 'everywhere off fixed']);
    expect(switchStates({ off: 'managed' }).managed).toBe(true);
  });
});
