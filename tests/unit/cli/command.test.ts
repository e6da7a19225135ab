import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { reportSchema } from '../../../lib/model/report.ts';

const COMMAND = resolve(import.meta.dirname, '../../../lib/cli/check.ts');
const TEXT = `# Launch plan

- Ana turns the flag on in one country on 3 May, and watches the payments for a week.
- Marketing sends the mail to a tenth of all buyers on 10 May, and to the others a week later.
- Support checks the help pages with the ten questions from the beta before the first day.
`;

function run(args: readonly string[], input: string) {
  return spawnSync(process.execPath, [COMMAND, ...args], { input, encoding: 'utf8' });
}

it('the command prints one report with --json and nothing else, with status 0', () => {
  const { status, stdout } = run(['--json', '-'], TEXT);
  expect(status).toBe(0);
  expect(reportSchema.safeParse(JSON.parse(stdout)).success).toBe(true);
}, 30_000);

it('the command ends with status 2 and one sentence for what it cannot read', () => {
  const { status, stdout, stderr } = run(['no-such-file.md'], '');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('“no-such-file.md” was not found.');
}, 30_000);
