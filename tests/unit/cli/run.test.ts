import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { type Adjustments, type DocumentInput, NO_ADJUSTMENTS } from '../../../lib/classifier/contract.ts';
import { wordsToLearn } from '../../../lib/classifier/lessons.ts';
import { runCheck } from '../../../lib/cli/run.ts';
import { reportSchema } from '../../../lib/model/report.ts';
import { sayFrom } from '../../../lib/review/say.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { fakeLabeller } from './fake.ts';

const folder = mkdtempSync(join(tmpdir(), 'stagemark-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function check(args: readonly string[], stdin = '') {
  const [out, errors]: [string[], string[]] = [[], []];
  const status = await runCheck(args, fakeLabeller(), sayFrom(messages), {
    stdin: (async function* () {
      yield stdin;
    })(),
    out: (line) => out.push(line),
    error: (line) => errors.push(line),
  });
  return { status, out: out.join('\n'), errors };
}

const STRATEGY = [
  '# Clinics first',
  '',
  'The market for large hospitals is slow, and two competitors hold it with ten-year contracts that nobody leaves.',
  '',
  '## How',
  '',
  'We win mid-sized clinics by being live in a week, and we will not bid for hospitals until that works in three cities.',
  '',
  '- Ship the import of old records by March.',
  '- Hire one person who has sold to clinics.',
].join('\n');

describe('npm run check with the writer’s settings', () => {
  const TAUGHT = 'The ripening rota moves every dairyman through all cellars.';
  const correction = (index: number) => ({
    kind: 'passage',
    document: 'elsewhere',
    quote: `q${index}`,
    before: '',
    after: '',
    label: 'organisation',
    was: 'none',
    words: wordsToLearn(TAUGHT),
    at: index,
  });
  const settings = (corrections: readonly unknown[]) =>
    file(
      'settings.json',
      JSON.stringify({ product: 'stagemark', version: 1, items: { corrections: { version: 1, data: corrections } } }),
    );
  const handsOver = async (args: readonly string[]) => {
    const labeller = fakeLabeller();
    const hands: Adjustments[] = [];
    const watched = {
      ...labeller,
      createClassifier: () => {
        const classifier = labeller.createClassifier();
        return {
          ...classifier,
          update: (document: DocumentInput, hand: Adjustments) => {
            hands.push(hand);
            classifier.update(document, hand);
          },
        };
      },
    };
    await runCheck([...args, file('clinics.md', STRATEGY)], watched, sayFrom(messages), {
      stdin: (async function* () {
        yield '';
      })(),
      out: () => undefined,
      error: () => undefined,
    });
    return hands;
  };

  it('lets what corrections taught take part, and nothing where there are none', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => correction(index));
    const [taught] = await handsOver(['--settings', settings(ten)]);
    expect(taught?.learnt.map(({ word }) => word).sort((a, b) => a - b)).toEqual(wordsToLearn(TAUGHT));
    expect((await handsOver(['--settings', settings([])]))[0]?.learnt).toEqual([]);
    expect(await handsOver([])).toEqual([NO_ADJUSTMENTS]);
  });

  it('says in one sentence what is wrong with the file of settings, and checks nothing', async () => {
    const bad = await check(['--settings', file('bad.json', '{}'), file('clinics.md', STRATEGY)]);
    expect([bad.status, bad.out]).toEqual([2, '']);
    expect(bad.errors).toEqual(['This file is not a Stagemark export. Nothing was imported.']);
    const missing = await check(['--settings', join(folder, 'none.json'), file('clinics.md', STRATEGY)]);
    expect(missing.errors).toHaveLength(1);
    expect(missing.status).toBe(2);
  });
});

describe('npm run check', () => {
  it('prints type with why, mix bar with the usual range, distance, moves and at most three next steps', async () => {
    const { status, out, errors } = await check([file('clinics.md', STRATEGY)]);
    expect([status, errors]).toEqual([0, []]);
    expect(out).toContain('Clinics first');
    expect(out).toContain('Strategy document (80 % sure). The title says “strategy”.');
    expect(out).toMatch(/Strategy: \d+ % \(usual: \d+–\d+ %\)/);
    expect(out).toMatch(/[░▓█]{50}/);
    expect(out).toContain('✓ A diagnosis: found');
    expect(out).toContain('of the staged words would have to do other work');
    expect(out.match(/^ {2}\d\. /gm)?.length).toBeLessThanOrEqual(3);
  });

  it('leaves no key of the catalogue unsaid', async () => {
    const { out } = await check([file('clinics.md', STRATEGY)]);
    expect(out).not.toMatch(/\b(?:advice|move|check|note|type|mix|stage|unread)[A-Z]\w+/);
    expect(out).not.toMatch(/\$\d/);
  });

  it('reads standard input for "-"', async () => {
    expect((await check(['-'], STRATEGY)).out).toContain('Clinics first');
  });

  it('prints the report of the extension with --json, and a list for several files', async () => {
    const one = JSON.parse((await check(['--json', '-'], STRATEGY)).out);
    expect(reportSchema.safeParse(one).success).toBe(true);
    const path = file('again.md', STRATEGY);
    const two = JSON.parse((await check(['--json', path, path])).out);
    expect(two).toHaveLength(2);
  });

  it('takes the type from --type', async () => {
    expect((await check(['--type', 'spec', '-'], STRATEGY)).out).toContain('Spec. You set it.');
  });

  it('ends with status 1 under --fail-under, and with 0 without it', async () => {
    const far = `${STRATEGY}\n${'- Ship another small thing that somebody asked for.\n'.repeat(30)}`;
    expect((await check(['-'], far)).status).toBe(0);
    const { status, errors } = await check(['--fail-under', '90', '-'], far);
    expect(status).toBe(1);
    expect(errors[0]).toMatch(/^\d+ % of the staged words lie inside the usual range; at least 90 % were asked for\.$/);
  });

  it.each([
    [[], 'Name a file to read, or - for standard input.'],
    [['--type', 'poem', '-'], '“poem” is no document type'],
    [['--fail-under', 'x', '-'], '--fail-under takes a number from 0 to 100.'],
    [['--colour', '-'], 'The option could not be understood'],
  ])('explains how it is used after %j', async (args, sentence) => {
    const { status, errors } = await check(args);
    expect(status).toBe(2);
    expect(errors[0]).toContain(sentence);
    expect(errors[1]).toContain('Usage: npm run check');
  });

  it('explains itself with --help', async () => {
    const { status, out } = await check(['--help']);
    expect(status).toBe(0);
    expect(out).toContain('one-pager');
  });

  it.each([
    ['a missing file', () => join(folder, 'nowhere.md'), 'was not found'],
    ['a folder', () => folder, 'is a folder'],
    ['an empty file', () => file('empty.md', ''), 'holds no text to read'],
    ['a binary file', () => file('image.md', Uint8Array.from([1, 2, 0, 255])), 'is not a text'],
    ['a damaged Word file', () => file('cut.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 1])), 'is damaged'],
    ['a PDF', () => file('a.pdf', '%PDF-1.4'), 'is a PDF'],
  ])('says in one sentence what is wrong with %s, and ends with status 2', async (_, path, sentence) => {
    const { status, out, errors } = await check([path()]);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(sentence);
  });

  it('goes on with the next file after one that cannot be read', async () => {
    const { status, out } = await check([join(folder, 'nowhere.md'), file('clinics.md', STRATEGY)]);
    expect(status).toBe(2);
    expect(out).toContain('Clinics first');
  });

  it('reads a Word file', async () => {
    const body = STRATEGY.split('\n')
      .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
      .join('');
    const path = file('a.docx', zipSync({ 'word/document.xml': strToU8(`<w:document>${body}</w:document>`) }));
    expect((await check([path])).out).toContain('Strategy document');
  });

  it.each([
    ['one word 100,000 times', 'word '.repeat(100_000), 'longer than Stagemark reads: 1 passage'],
    ['5 MB of text', 'We will win the mid-sized clinics first.\n\n'.repeat(125_000), 'longer than Stagemark reads: '],
    [
      'another language',
      'Wir haben uns für die Kliniken entschieden, weil sie schneller und mit weniger kaufen.',
      'not in English',
    ],
    ['right-to-left text', 'בחרנו במרפאות בינוניות כי הן מחליטות בתוך שבועות', 'not in English'],
    ['a few words', 'Ship it.', 'too short'],
    ['a table only', '| Owner | Date |\n| - | - |\n| Ana | May |', 'too short'],
    ['thousands of headings', '# A heading\n\n'.repeat(9000), 'no passage to read'],
    ['lone surrogates', `${'We win \ud800 here and \udc00 there, and it goes on. '.repeat(9)}`, 'Strategy'],
  ])('answers in a plain sentence to %s', async (_, text, sentence) => {
    const { status, out } = await check(['-'], text);
    expect(status).toBe(0);
    expect(out).toContain(sentence);
  });

  it('lets no control character of a document reach the terminal', async () => {
    const { out } = await check(['-'], `# Win \u001b[31m\u202e\u009b here\n\n${STRATEGY}`);
    expect([...out].filter((each) => each !== '\n' && /[\p{Cc}\u202e]/u.test(each))).toEqual([]);
  });

  it('asks tier 2 about every sentence once', async () => {
    const labeller = fakeLabeller();
    await runCheck(['--json', '-'], labeller, sayFrom(messages), {
      stdin: (async function* () {
        yield STRATEGY;
      })(),
      out: () => undefined,
      error: () => undefined,
    });
    expect(labeller.asked).toHaveLength(4);
  });
});
