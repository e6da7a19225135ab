import type { HostKind } from '../model/document.ts';
import type { Host } from './host.ts';

/** The host of a page: its kind, and a factory that makes a new one each time Stagemark is switched on. */
export interface HostPart {
  readonly hostKind: HostKind;
  readonly createHost: () => Host;
}
