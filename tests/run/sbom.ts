import { projectVersion, type ShippedPackage, shippedPackages } from './packages.ts';

/** The parts of CycloneDX 1.5 that are filled in. */
interface Component {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly hashes: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
}

/** Package URL of an npm package: https://github.com/package-url/purl-spec */
function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function component({ name, version, license, integrity }: ShippedPackage): Component {
  const digest = /^sha512-(.+)$/.exec(integrity)?.[1];
  const content = digest === undefined ? null : Buffer.from(digest, 'base64').toString('hex');
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    name,
    version,
    purl: purl(name, version),
    licenses: [{ license: { id: license } }],
    hashes: content === null ? [] : [{ alg: 'SHA-512', content }],
  };
}

/**
 * The software bill of materials as CycloneDX 1.5: every shipped package with version, licence and the hash in the lock file.
 * Made of the lock file alone, without a time or a serial number, so that equal sources give an equal list.
 */
export function sbom(): string {
  const components = shippedPackages().map(component);
  const version = projectVersion();
  const own = purl('stagemark', version);
  const list = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': own, name: 'stagemark', version, purl: own } },
    components,
    dependencies: [{ ref: own, dependsOn: components.map((each) => each['bom-ref']) }],
  };
  return `${JSON.stringify(list, null, 2)}\n`;
}
