import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALLOWED_LICENSES, licenseText, shippedPackages, thirdPartyNotices } from '../run/packages.ts';

describe('the packages that ship', () => {
  const shipped = shippedPackages();

  test('are those of the lock file', () => {
    expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['compromise', 'efrt', 'preact', 'zod']));
    expect(shipped.map(({ name }) => name)).not.toContain('vitest');
  });

  test.each(shipped.map((one) => [`${one.name} ${one.version}`, one] as const))(
    '%s has a licence that allows it',
    (_, one) => {
      expect(ALLOWED_LICENSES).toContain(one.license);
    },
  );

  test.each(shipped.map((one) => [one.name, one] as const))(
    '%s is named in the notices with its licence',
    (name, one) => {
      const notices = thirdPartyNotices();
      expect(notices).toContain(`${name} ${one.version} (${one.license})`);
      expect(notices).toContain(licenseText(one));
    },
  );

  test('run no script when they are installed', () => {
    expect(readFileSync(new URL('../../.npmrc', import.meta.url), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});
