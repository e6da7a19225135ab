import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { bundlePage } from '../../harness/bundle.ts';
import type { Harness } from './harness-page.ts';
import type { Unit } from './toy-labels.ts';

/** The harness running in an isolated world of a page, as a content script does. */
export interface IsolatedHarness {
  /** Evaluates a function over the harness in its world. */
  run<T, A>(ask: (harness: Harness, argument: A) => T | Promise<T>, argument: A): Promise<T>;
}

/** Starts host and marker in an isolated world of the page's top frame. */
export async function startHarness(
  page: Page,
  settings: { unit: Unit; watchFrames: boolean },
): Promise<IsolatedHarness> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'stagemark',
  });
  const evaluate = async (expression: string) => {
    const answer = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails !== undefined) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value as unknown;
  };
  const script = await bundlePage(join(import.meta.dirname, 'harness-page.ts'));
  await evaluate(`globalThis.stagemarkSettings = ${JSON.stringify(settings)}; ${script}; 0`);
  return {
    run: async <T, A>(ask: (harness: Harness, argument: A) => T | Promise<T>, argument: A) =>
      (await evaluate(`(${ask.toString()})(globalThis.stagemarkHarness, ${JSON.stringify(argument ?? null)})`)) as T,
  };
}
