import { wordsToLearn } from '../classifier/lessons.ts';
import {
  BACKGROUND_TO_CONTENT,
  type BackgroundToContentAnswers,
  type Command,
} from '../messaging/background-to-content.ts';
import { PAGE_TO_CONTENT } from '../messaging/page-to-content.ts';
import type { PageToContentAnswers } from '../messaging/page-to-content-answers.ts';
import type { Handlers } from '../messaging/protocol.ts';
import type { Sender } from '../messaging/sender.ts';
import { GoneError } from '../messaging/serve.ts';
import type { Label } from '../model/stage.ts';
import type { Clock } from '../platform/clock.ts';
import { type Correction, withCorrection, withoutCorrection } from '../settings/corrections.ts';
import { documentKey } from '../settings/document-key.ts';
import { withDocument } from '../settings/documents.ts';
import { type Items, readSettings, type Settings } from '../settings/settings.ts';
import { withSite } from '../settings/switches.ts';
import { anchorOf, correctionFor } from './adjustments.ts';
import type { Controller } from './controller.ts';

/** Everything that a content script answers: pages of the extension and the background ask by the same way. */
export const CONTENT_REQUESTS = { ...PAGE_TO_CONTENT, ...BACKGROUND_TO_CONTENT } as const;
export type ContentHandlers = Handlers<
  typeof CONTENT_REQUESTS,
  PageToContentAnswers & BackgroundToContentAnswers,
  Sender
>;

export interface RequestDeps {
  readonly controller: Controller;
  readonly items: Items;
  readonly clock: Clock;
  /** Reads all settings again; `readSettings` unless a test brings its own. */
  readonly reread?: () => Promise<Settings>;
  /** Shows the card of a passage with the keyboard in it. */
  readonly showCard: (surfaceId: string, passageId: string) => void;
}

/** What the writer can do to a document from outside it and by keyboard. Each change is stored first, then acts at once. */
export function createRequests(deps: RequestDeps): ContentHandlers {
  const { controller, items, clock } = deps;
  const reread = deps.reread ?? (() => readSettings(items));
  const act = async (): Promise<Record<string, never>> => {
    controller.apply(await reread());
    return {};
  };
  const mainDocument = (): string => {
    const id = controller.mainSurfaceId();
    if (id === null) throw new GoneError('There is no document here to switch.');
    return documentKey(id);
  };
  const changeDocument = async (key: string, change: Parameters<typeof withDocument>[2]) => {
    await items.documents.update((choices) => withDocument(choices, key, change, clock.wall()));
    return act();
  };
  const setSwitch = async (scope: 'document' | 'site' | 'everywhere', on: boolean) => {
    if (scope === 'document') return changeDocument(mainDocument(), { off: on ? undefined : true });
    const host = controller.state().host;
    await items.switches.update((switches) => {
      if (scope === 'everywhere') return { ...switches, everywhere: !on };
      return host === null ? switches : withSite(switches, host, on);
    });
    return act();
  };
  const setMode = (mode: 'all' | 'execution' | 'strategy' | 'organisation' | 'none') =>
    changeDocument(mainDocument(), { mode });

  const relabelPassage = async (surfaceId: string, passageId: string, label: Label | null) => {
    const session = controller.session(surfaceId);
    const passages = session.passages();
    const index = passages.findIndex(({ id }) => id === passageId);
    const verdict = session.verdict(passageId);
    if (index < 0 || verdict === null) throw new GoneError('This passage is no longer in the document.');
    const document = documentKey(surfaceId);
    await items.corrections.update((all) => {
      const earlier = correctionFor(passages, index, all, document);
      if (label === null) return earlier === undefined ? all : all.filter((each) => each !== earlier);
      return withCorrection(
        all.filter((each) => each !== earlier),
        {
          kind: 'passage',
          document,
          ...anchorOf(passages, index),
          label,
          was: earlier?.was ?? verdict.label,
          words: wordsToLearn(passages[index]?.text ?? ''),
          at: clock.wall(),
        },
      );
    });
    return act();
  };

  const commands: Readonly<Record<Command, () => Promise<unknown>>> = {
    'next-passage': async () => controller.mainSession()?.step('next'),
    'previous-passage': async () => controller.mainSession()?.step('previous'),
    async why() {
      const session = controller.mainSession();
      const passage = session?.activePassage() ?? null;
      if (session !== null && passage !== null) deps.showCard(session.surface.id, passage);
    },
    'toggle-marks': () => setMode(controller.state().mode === 'none' ? 'all' : 'none'),
  };

  return {
    'get-state': () => controller.state(),
    'reveal-passage': ({ surfaceId, passageId }) => controller.session(surfaceId).reveal(passageId),
    'explain-passage': ({ surfaceId, passageId }) => controller.session(surfaceId).detail(passageId),
    'set-document-type': ({ surfaceId, type }) => changeDocument(documentKey(surfaceId), { type: type ?? undefined }),
    'set-mode': ({ mode }) => setMode(mode),
    'set-switch': ({ scope, on }) => setSwitch(scope, on),
    async snooze({ minutes }) {
      const until = minutes === 0 ? 0 : clock.wall() + minutes * 60_000;
      await items.switches.update((switches) => ({ ...switches, snoozedUntil: until }));
      return act();
    },
    'relabel-passage': ({ surfaceId, passageId, label }) => relabelPassage(surfaceId, passageId, label),
    async 'relabel-phrase'({ phrase, label }) {
      const correction: Correction = {
        kind: 'phrase',
        phrase: phrase.trim(),
        label: label ?? 'none',
        at: clock.wall(),
      };
      await items.corrections.update((all) =>
        label === null ? withoutCorrection(all, correction) : withCorrection(all, correction),
      );
      return act();
    },
    async 'undo-correction'() {
      let undone = false;
      await items.corrections.update((all) => {
        undone = all.length > 0;
        return undone ? all.slice(0, -1) : all;
      });
      await act();
      return { undone };
    },
    async 'step-passage'({ direction }) {
      return (await controller.mainSession()?.step(direction)) ?? 'gone';
    },
    async command({ command }) {
      await commands[command]();
      return {};
    },
    'switch-off-here': () => setSwitch('document', false),
  };
}
