import { describe, expect, test } from 'vitest';
import { EXAMPLE_PACK } from '../../../lib/settings/example-pack.ts';
import {
  type KeptPack,
  PACKS_LIMIT,
  packNamed,
  packsInUse,
  withoutPack,
  withPack,
} from '../../../lib/settings/rule-packs.ts';

const kept = (name: string, enabled = true): KeptPack => ({ pack: { ...EXAMPLE_PACK, name }, enabled, at: 1 });

describe('the kept rule packs', () => {
  test('hold one pack of a name, in its place', () => {
    const packs = withPack([kept('Acme'), kept('Birch')], kept('ACME', false));
    expect(packs.map(({ pack }) => pack.name)).toEqual(['ACME', 'Birch']);
    expect(packNamed(packs, 'acme')?.enabled).toBe(false);
    expect(withoutPack(packs, 'acme').map(({ pack }) => pack.name)).toEqual(['Birch']);
  });

  test('stay as they are where there is no room', () => {
    const full = Array.from({ length: PACKS_LIMIT }, (_, at) => kept(`Pack ${at}`));
    expect(withPack(full, kept('One more'))).toBe(full);
    expect(withPack(full, kept('Pack 3', false))[3]?.enabled).toBe(false);
  });

  test('are in use only while they are switched on, and are the same array until something changes', () => {
    const packs = [kept('Acme'), kept('Birch', false)];
    expect(packsInUse(packs).map(({ name }) => name)).toEqual(['Acme']);
    expect(packsInUse(packs)).toBe(packsInUse(packs));
  });
});
