import {
  BACKGROUND_TO_CONTENT,
  type BackgroundToContentAnswers,
  type Command,
} from '../messaging/background-to-content.ts';
import type { Result } from '../messaging/envelope.ts';
import { PAGE_TO_CONTENT } from '../messaging/page-to-content.ts';
import type { PageToContentAnswers } from '../messaging/page-to-content-answers.ts';
import type { Handlers } from '../messaging/protocol.ts';
import type { Sender } from '../messaging/sender.ts';
import { GoneError } from '../messaging/serve.ts';
import type { PassageDetail } from '../model/detail.ts';
import type { MarkMode, Scope } from '../model/tab.ts';
import type { AskBackground } from './ask-background.ts';
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
  readonly ask: AskBackground;
  /** Brings the settings from the background and applies them. */
  readonly reread: () => Promise<void>;
  /** Shows the card of a passage with the keyboard in it. */
  readonly showCard: (surfaceId: string, passageId: string) => void;
}

/** The value of a result. @throws what the failure says. */
export function opened(result: Result<unknown>): unknown {
  if (result.ok) return result.value;
  throw result.code === 'gone' ? new GoneError(result.error) : new Error(result.error);
}

/**
 * What the writer can do to a document from outside it and by keyboard. The background stores each change first; when it is
 * answered, it holds here too.
 */
export function createRequests({ controller, ask, reread, showCard }: RequestDeps): ContentHandlers {
  const act = async (done: Promise<unknown>): Promise<Record<string, never>> => {
    await done;
    await reread();
    return {};
  };
  const mainSurface = (): string => {
    const id = controller.mainSurfaceId();
    if (id === null) throw new GoneError('There is no document here to switch.');
    return id;
  };
  const setSwitch = async (scope: Scope, on: boolean) => {
    if (scope === 'document') return act(ask('change-document', { surfaceId: mainSurface(), off: !on }));
    return act(ask('change-switch', { host: scope === 'everywhere' ? null : controller.hostKind, on }));
  };
  const setMode = async (mode: MarkMode) => act(ask('change-document', { surfaceId: mainSurface(), mode }));

  const commands: Readonly<Record<Command, () => Promise<unknown>>> = {
    'next-passage': async () => controller.mainSession()?.step('next'),
    'previous-passage': async () => controller.mainSession()?.step('previous'),
    async why() {
      const session = controller.mainSession();
      const passage = session?.activePassage() ?? null;
      if (session !== null && passage !== null) showCard(session.surface.id, passage);
    },
    'toggle-marks': () => setMode(controller.state().mode === 'none' ? 'all' : 'none'),
  };

  return {
    'get-state': () => controller.state(),
    'reveal-passage': ({ surfaceId, passageId }) => controller.session(surfaceId).reveal(passageId),
    // Passed on as it came from the background; whoever asked parses it.
    'explain-passage': async ({ surfaceId, passageId }) =>
      opened(await controller.session(surfaceId).explain(passageId)) as PassageDetail,
    'set-document-type': ({ surfaceId, type }) => act(ask('change-document', { surfaceId, type })),
    'set-mode': ({ mode }) => setMode(mode),
    'set-switch': ({ scope, on }) => setSwitch(scope, on),
    snooze: ({ minutes }) => act(ask('snooze', { minutes })),
    async 'relabel-passage'({ surfaceId, passageId, label }) {
      opened(await controller.session(surfaceId).relabel(passageId, label));
      return {};
    },
    'relabel-phrase': ({ phrase, label }) => ask('relabel-phrase', { phrase, label }),
    'undo-correction': () => ask('undo-correction', {}),
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
