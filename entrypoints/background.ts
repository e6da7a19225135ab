import { defineBackground } from 'wxt/utils/define-background';
import { runBackground } from '../lib/background/background.ts';

// Not a module: a service worker may not import at run time, so everything is in one file, of which tier 2 runs only when it
// is first asked for.
export default defineBackground(() => {
  runBackground(async () => (await import('../lib/classifier/grammar.ts')).findGrammar);
});
