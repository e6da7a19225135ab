import type { Page } from 'playwright-core';

/** A box that is drawn now, in client coordinates, with the look that tells its stage. */
export interface DrawnBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A way into the content script's own world, which alone can look into the closed shadow root of the marks. */
export interface IsolatedWorld {
  /** Milliseconds of the page's clock at which the first mark of the newest document was drawn. */
  firstMarks(): Promise<number>;
  boxes(): Promise<DrawnBox[]>;
  /** Where the card is, if it is open. */
  card(): Promise<DrawnBox | null>;
  /** Makes the content script believe that its tab is hidden; headless tabs never are. */
  hide(): Promise<void>;
}

/** Looks every frame whether a mark is drawn. */
const FIRST_MARKS = `new Promise((done) => {
  const look = () => {
    const host = document.querySelector('stagemark-marks');
    const root = host === null ? null : chrome.dom.openOrClosedShadowRoot(host);
    if (root !== null && root.childElementCount > 0) done(performance.now());
    else requestAnimationFrame(look);
  };
  look();
})`;

const BOXES = `(() => {
  const hosts = [...document.querySelectorAll('stagemark-marks')];
  return hosts.flatMap((host) => [...chrome.dom.openOrClosedShadowRoot(host).children]).map((box) => {
    const { left, top, right, bottom } = box.getBoundingClientRect();
    return { left, top, right, bottom };
  });
})()`;

const CARD = `(() => {
  const host = document.querySelector('stagemark-card');
  const place = host === null ? null : chrome.dom.openOrClosedShadowRoot(host).querySelector('.place');
  if (place === null) return null;
  const { left, top, right, bottom } = place.getBoundingClientRect();
  return { left, top, right, bottom };
})()`;

const HIDE = `Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
document.dispatchEvent(new Event('visibilitychange'));`;

/** Opens the way; to be called before the page goes to its document. */
export async function isolatedWorld(page: Page, extensionId: string): Promise<IsolatedWorld> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const main = frameTree.frame.id;
  let contextId = 0;
  let marks: Promise<unknown> = Promise.resolve(0);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  };
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const frame: unknown = context.auxData?.frameId;
    if (context.origin !== `chrome-extension://${extensionId}` || frame !== main) return;
    contextId = context.id;
    marks = evaluate(FIRST_MARKS);
    // The page may leave before the first mark.
    marks.catch(() => 0);
  });
  await session.send('Runtime.enable');
  return {
    firstMarks: async () => Number(await marks),
    boxes: async () => (await evaluate(BOXES)) as DrawnBox[],
    card: async () => (await evaluate(CARD)) as DrawnBox | null,
    hide: async () => void (await evaluate(HIDE)),
  };
}
