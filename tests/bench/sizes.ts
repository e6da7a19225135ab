import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';

/** What a reader brings into a page: its code, minified, and whatever else it loads. Node's own modules are left out. */
export interface BundleSize {
  readonly rawKb: number;
  readonly gzipKb: number;
}

const PEERS = join(import.meta.dirname, 'peers');
const LIB = join(import.meta.dirname, '..', '..', 'lib');

/** The modules of each reader, as its own page would import them. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  stagemark: [join(LIB, 'classifier', 'classify.ts')],
  'stagemark-grammar': [join(LIB, 'classifier', 'grammar.ts')],
  'write-good': ['write-good'],
  compromise: ['compromise/two'],
  alex: ['alex'],
  'harper.js': ['harper.js', 'harper.js/binary'],
  textlint: [
    '@textlint/kernel',
    '@textlint/textlint-plugin-text',
    'textlint-rule-terminology',
    'textlint-rule-en-max-word-count',
    'textlint-rule-stop-words',
    'textlint-rule-rousseau',
  ],
};

const ENTRY = 'bundle-of-a-reader';

/** The size of one reader's bundle; null for one that has none, and where its packages cannot be bundled for a page. */
export async function bundleSize(name: string, say: (line: string) => void): Promise<BundleSize | null> {
  const modules = MODULES[name];
  if (modules === undefined) return null;
  const source = modules.map((module, index) => `export * as part${index} from ${JSON.stringify(module)};`).join('\n');
  try {
    const built = await build({
      configFile: false,
      publicDir: false,
      logLevel: 'silent',
      root: PEERS,
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === ENTRY ? join(PEERS, `${ENTRY}.js`) : null),
          load: (id) => (id === join(PEERS, `${ENTRY}.js`) ? source : null),
        },
      ],
      build: {
        write: false,
        minify: true,
        assetsInlineLimit: 0,
        rollupOptions: { input: ENTRY, preserveEntrySignatures: 'strict' },
      },
    });
    const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => (each as Rollup.RollupOutput).output);
    const files = outputs.map((file) => Buffer.from(file.type === 'chunk' ? file.code : file.source));
    const kilobytes = (size: (file: Buffer) => number) => files.reduce((sum, file) => sum + size(file), 0) / 1_000;
    return { rawKb: kilobytes((file) => file.length), gzipKb: kilobytes((file) => gzipSync(file).length) };
  } catch (error) {
    say(`${name} could not be bundled: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return null;
  }
}
