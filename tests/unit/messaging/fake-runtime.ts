/** A listener list, as the extension's API has them. */
function event<Listener extends (...args: never[]) => unknown>() {
  const listeners = new Set<Listener>();
  return {
    listeners,
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
}

type OnMessage = (message: unknown, sender: object, respond: (answer: unknown) => void) => unknown;
type OnPortMessage = (message: unknown) => void;

export interface FakePort {
  readonly name: string;
  readonly sender?: object | undefined;
  readonly onMessage: ReturnType<typeof event<OnPortMessage>>;
  readonly onDisconnect: ReturnType<typeof event<() => void>>;
  postMessage(message: unknown): void;
  disconnect(): void;
}

const EXTENSION = 'stagemark';
export const ROOT_URL = `chrome-extension://${EXTENSION}/`;
export const OWN_PAGE = { id: EXTENSION, url: `${ROOT_URL}popup.html` };
export const OWN_TAB = { id: EXTENSION, url: 'https://www.notion.so/x', tab: { id: 7 }, frameId: 0 };

/** Two ends joined: what one posts the other hears, as JSON, like the browser does it. */
function portPair(name: string, sender: object): readonly [FakePort, FakePort] {
  const make = (isReceiver: boolean): FakePort => ({
    name,
    sender: isReceiver ? sender : undefined,
    onMessage: event<OnPortMessage>(),
    onDisconnect: event<() => void>(),
    postMessage: () => undefined,
    disconnect: () => undefined,
  });
  const pair = [make(false), make(true)] as const;
  let open = true;
  pair.forEach((port, index) => {
    const other = pair[1 - index];
    port.postMessage = (message) => {
      if (!open) throw new Error('Attempting to use a disconnected port object');
      const copy: unknown = JSON.parse(JSON.stringify(message));
      queueMicrotask(() => {
        if (open) for (const listener of other?.onMessage.listeners ?? []) listener(copy);
      });
    };
    port.disconnect = () => {
      if (!open) return;
      open = false;
      for (const listener of other?.onDisconnect.listeners ?? []) listener();
    };
  });
  return pair;
}

/** The part of `browser` that messaging uses, in memory. Messages go to whoever listens, from the sender set last. */
export function fakeRuntime() {
  const onMessage = event<OnMessage>();
  const onConnect = event<(port: FakePort) => void>();
  const state = {
    sender: OWN_TAB as object,
    /** Ports as the receiver has them, oldest first. */
    received: [] as FakePort[],
  };
  const send = (message: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      let taken = false;
      for (const listener of onMessage.listeners) {
        taken ||= listener(JSON.parse(JSON.stringify(message)), state.sender, resolve) === true;
      }
      if (onMessage.listeners.size === 0) {
        reject(new Error('Could not establish connection. Receiving end does not exist.'));
      } else if (!taken) resolve(undefined);
    });
  const connect = ({ name }: { name: string }): FakePort => {
    const [near, far] = portPair(name, state.sender);
    state.received.push(far);
    queueMicrotask(() => {
      if (onConnect.listeners.size === 0) far.disconnect();
      for (const listener of onConnect.listeners) listener(far);
    });
    return near;
  };
  return {
    state,
    browser: {
      runtime: {
        id: EXTENSION,
        getURL: (path: string) => ROOT_URL + path.replace(/^\//, ''),
        onMessage,
        onConnect,
        sendMessage: send,
        connect,
        lastError: undefined,
      },
      tabs: {
        sendMessage: (_tab: number, message: unknown) => send(message),
        connect: (_tab: number, info: { name: string }) => connect(info),
      },
    },
  };
}
