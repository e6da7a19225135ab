import type { VNode } from 'preact';
import { PanelView } from '../../../components/panel/PanelView.tsx';
import { PopupView } from '../../../components/popup/PopupView.tsx';
import { fixtureClient, TAB_FIXTURES } from '../../dom/components/fixtures/tabs.ts';

type Views = Readonly<Record<string, () => VNode>>;

const COMMANDS = [
  { keys: 'Alt+Shift+Down', does: 'Next passage' },
  { keys: 'Alt+Shift+W', does: 'Why this stage?' },
];
const nothing = () => undefined;

/** Every surface with every state it can be in. */
export const SURFACES: Readonly<Record<string, Views>> = {
  popup: Object.fromEntries(
    Object.entries(TAB_FIXTURES).map(([state, update]) => [
      state,
      () => (
        <PopupView
          update={update}
          client={fixtureClient(update)}
          commands={COMMANDS}
          onPanel={nothing}
          onPage={nothing}
        />
      ),
    ]),
  ),
  panel: Object.fromEntries(
    Object.entries(TAB_FIXTURES).map(([state, update]) => [
      state,
      () => <PanelView update={update} client={fixtureClient(update)} commands={COMMANDS} onPage={nothing} />,
    ]),
  ),
};
