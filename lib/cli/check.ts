import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { createClassifier } from '../classifier/classify.ts';
import { findGrammar } from '../classifier/grammar.ts';
import { sayFrom } from '../review/say.ts';
import { runCheck } from './run.ts';

/** `npm run check -- FILE…`: the review of files in the terminal. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe (head, a pager) may close it early; that is no failure of the review.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.exitCode = await runCheck(process.argv.slice(2), { createClassifier, findGrammar }, sayFrom(messages), {
  stdin: process.stdin,
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
});
