import type { HostKind } from '../model/document.ts';
import type { Host } from './host.ts';

/** How to make the host of a page: its kind, and a factory that makes a new one each time Stagemark is switched on. */
export interface HostChoice {
  readonly kind: HostKind;
  readonly create: () => Host;
}
