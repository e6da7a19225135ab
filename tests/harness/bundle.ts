import { build } from 'vite';

const bundles = new Map<string, Promise<string>>();

/**
 * Bundles a TypeScript entry of a simulator or a bench page into one classic script (IIFE), in memory.
 * @param entry absolute path of the entry file.
 * @returns the script's text; the same promise for the same entry within a process.
 */
export function bundlePage(entry: string): Promise<string> {
  let bundle = bundles.get(entry);
  if (bundle === undefined) {
    bundle = bundleOnce(entry);
    bundles.set(entry, bundle);
  }
  return bundle;
}

async function bundleOnce(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'simulator', fileName: 'simulator' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const output of outputs) {
    if ('output' in output) {
      const chunk = output.output.find((item) => item.type === 'chunk');
      if (chunk !== undefined && chunk.type === 'chunk') return chunk.code;
    }
  }
  throw new Error(`Bundling gave no script for ${entry}`);
}
