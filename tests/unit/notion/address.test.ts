import { describe, expect, it } from 'vitest';
import { isChat, pageIdIn } from '../../../lib/hosts/notion/address.ts';

const HEX = '0123456789abcdef0123456789abcdef';
const ID = '01234567-89ab-cdef-0123-456789abcdef';

describe('page id in an address', () => {
  it.each([
    ['the old app', `https://www.notion.so/acme/Title-${HEX}`],
    ['the old app without a workspace', `https://www.notion.so/${HEX}`],
    ['the new app', `https://app.notion.com/p/acme/Title-${HEX}`],
    ['a published page', `https://acme.notion.site/Title-${HEX}`],
    [
      'an address with a view and a block anchor',
      `https://www.notion.so/Title-${HEX}?v=${'f'.repeat(32)}#${'e'.repeat(32)}`,
    ],
  ])('is the last 32 digits of the path in %s', (_name, address) => {
    expect(pageIdIn(new URL(address), false)).toBe(ID);
  });

  it('is the p value for a peek', () => {
    const address = new URL(`https://www.notion.so/Board-${'a'.repeat(32)}?p=${HEX}&pm=s`);
    expect(pageIdIn(address, true)).toBe(ID);
    expect(pageIdIn(address, false)).not.toBe(ID);
  });

  it('is absent at home', () => {
    expect(pageIdIn(new URL('https://www.notion.so/'), false)).toBeNull();
  });
});

describe('the chat', () => {
  it('is told from pages', () => {
    expect(isChat(new URL(`https://www.notion.so/chat?t=${HEX}`))).toBe(true);
    expect(isChat(new URL(`https://www.notion.so/Chat-plan-${HEX}`))).toBe(false);
  });
});
