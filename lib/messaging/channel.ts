import { browser } from 'wxt/browser';
import { runtimeAlive } from '../platform/runtime.ts';

/** One end of a line to another context. */
export interface Channel {
  /** @throws Error when the line or the extension is gone. */
  post(message: unknown): void;
  close(): void;
}

/** Opens a line. `ended` is called once when the other end closes or dies, not after an own `close`. */
export type Connect = (heard: (message: unknown) => void, ended: () => void) => Channel;

type Port = ReturnType<typeof browser.runtime.connect>;

/** A port as a channel. */
export function channelOf(port: Port, heard: (message: unknown) => void, ended: () => void): Channel {
  port.onMessage.addListener(heard);
  port.onDisconnect.addListener(() => {
    // Reading lastError tells Chromium that a missing receiver was expected.
    void browser.runtime.lastError;
    ended();
  });
  return {
    post: (message) => port.postMessage(message),
    close() {
      if (runtimeAlive()) port.disconnect();
    },
  };
}

/** Lines to the background, by ports of a name. */
export function connectBackground(name: string): Connect {
  return (heard, ended) => channelOf(browser.runtime.connect({ name }), heard, ended);
}
