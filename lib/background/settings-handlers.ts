import type { ContentToBackground } from '../messaging/content-to-background.ts';
import type { ContentToBackgroundAnswers } from '../messaging/content-to-background-answers.ts';
import type { Handlers } from '../messaging/protocol.ts';
import type { Sender } from '../messaging/sender.ts';
import { type Correction, withCorrection, withoutCorrection } from '../settings/corrections.ts';
import type { SettingsService } from './settings-service.ts';

type SettingsKinds =
  | 'get-settings'
  | 'change-document'
  | 'change-switch'
  | 'snooze'
  | 'relabel-phrase'
  | 'undo-correction'
  | 'keep-ledger';

/** Answers what pages ask about settings. Each change is stored first, then every document follows. */
export function settingsHandlers(
  settings: SettingsService,
  now: () => number = Date.now,
): Pick<Handlers<ContentToBackground, ContentToBackgroundAnswers, Sender>, SettingsKinds> {
  return {
    'get-settings': ({ host }) => settings.forPage(host),
    async 'change-document'({ surfaceId, ...change }) {
      // What is in the message is changed; undefined takes a choice away.
      const fields = {
        ...('off' in change && { off: change.off === true ? true : undefined }),
        ...('mode' in change && { mode: change.mode }),
        ...('type' in change && { type: change.type ?? undefined }),
      };
      await settings.changeDocument(surfaceId, fields);
      return {};
    },
    async 'change-switch'({ host, on }) {
      await (host === null ? settings.setEverywhere(on) : settings.setSite(host, on));
      return {};
    },
    async snooze({ minutes }) {
      await settings.snooze(minutes);
      return {};
    },
    async 'relabel-phrase'({ phrase, label }) {
      const correction: Correction = { kind: 'phrase', phrase: phrase.trim(), label: label ?? 'none', at: now() };
      await settings.correct((all) =>
        label === null ? withoutCorrection(all, correction) : withCorrection(all, correction),
      );
      return {};
    },
    'undo-correction': async () => ({ undone: await settings.undoCorrection() }),
    async 'keep-ledger'({ surfaceId, report }) {
      await settings.keepLedger(surfaceId, report);
      return {};
    },
  };
}
