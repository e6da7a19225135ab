import { describe, expect, it } from 'vitest';
import { parseAddress, surfaceId } from '../../../lib/hosts/google-docs/address.ts';

const at = (rest: string) => parseAddress(`https://docs.google.com${rest}`);

describe('parseAddress', () => {
  it('knows the editor with and without an account slot', () => {
    expect(at('/document/d/abc-DEF_1/edit')?.documentId).toBe('abc-DEF_1');
    expect(at('/document/u/2/d/abc-DEF_1/edit?usp=sharing')).toMatchObject({
      documentId: 'abc-DEF_1',
      base: '/document/u/2/d/abc-DEF_1',
    });
  });

  it.each([
    '/document/',
    '/document/create',
    '/document/d/e/2PACX-pub/pub',
    '/document/d/abcd/mobilebasic',
    '/document/d/abcd/copy',
    '/document/d/abcd/export?format=md',
    '/document/u/0/',
  ])('takes %s for no document', (path) => {
    expect(at(path)).toBeNull();
  });

  it('reads the tab from the query or the fragment and refuses malformed ones', () => {
    expect(at('/document/d/abcd/edit?tab=t.x7k2')?.tabId).toBe('t.x7k2');
    expect(at('/document/d/abcd/edit#tab=t.9')?.tabId).toBe('t.9');
    expect(at('/document/d/abcd/edit?tab=../../x')?.tabId).toBeNull();
  });

  it('gives the default tab one id, named or not', () => {
    const [plain, named, other] = ['', '?tab=t.0', '?tab=t.1'].map((query) => at(`/document/d/abcd/edit${query}`));
    if (!plain || !named || !other) throw new Error('these are documents');
    expect(surfaceId(plain)).toBe(surfaceId(named));
    expect(surfaceId(other)).not.toBe(surfaceId(named));
  });
});
