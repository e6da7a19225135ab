import { hashText } from '../text/hash.ts';

/** The name under which choices for a document are kept: a hash of its surface id, so that no title or address is stored. */
export function documentKey(surfaceId: string): string {
  return hashText('document', surfaceId);
}
