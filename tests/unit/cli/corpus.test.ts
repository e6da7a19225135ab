import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import { findGrammar } from '../../../lib/classifier/grammar.ts';
import { runCheck } from '../../../lib/cli/run.ts';
import { PASSAGE_KINDS } from '../../../lib/model/document.ts';
import { reportSchema } from '../../../lib/model/report.ts';
import { sayFrom } from '../../../lib/review/say.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

/** Real product documents beside the project; they never become part of it. */
const FOLDER = resolve(import.meta.dirname, '../../../../shared/corpus/dev');
const present = existsSync(FOLDER);
if (!present) console.log(`${FOLDER} is not there, so real documents are not checked.`);

const documentSchema = z.object({
  title: z.string(),
  passages: z.array(z.object({ kind: z.enum(PASSAGE_KINDS), headings: z.array(z.string()), text: z.string() })),
});

/** The document as somebody would have written it in Markdown. */
function asMarkdown(json: string): string {
  const { title, passages } = documentSchema.parse(JSON.parse(json));
  const lines = [`# ${title}`];
  let open: readonly string[] = [];
  for (const { kind, headings, text } of passages) {
    const kept = headings.findIndex((heading, index) => heading !== open[index]);
    const opened = kept === -1 ? [] : headings.slice(kept);
    lines.push(...opened.map((heading, index) => `${'#'.repeat(Math.min(6, kept + index + 2))} ${heading}`));
    open = headings;
    const body = text.replace(/\s+/g, ' ');
    lines.push(
      kind === 'list-item'
        ? `- ${body}`
        : kind === 'quote'
          ? `> ${body}`
          : kind === 'table-cell'
            ? `| ${body} |\n| - |`
            : body,
    );
  }
  return lines.join('\n\n');
}

describe.runIf(present)('npm run check on real documents', () => {
  const names = present ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];

  it.each(names)('reviews %s without an error', async (name) => {
    const [out, errors]: [string[], string[]] = [[], []];
    const status = await runCheck(['--json', '-'], { createClassifier, findGrammar }, sayFrom(messages), {
      stdin: (async function* () {
        yield asMarkdown(readFileSync(join(FOLDER, name), 'utf8'));
      })(),
      out: (line) => out.push(line),
      error: (line) => errors.push(line),
    });
    expect([status, errors]).toEqual([0, []]);
    const report = reportSchema.parse(JSON.parse(out.join('')));
    expect(report.state).toBe('ready');
    expect(report.passages.length).toBeGreaterThan(5);
  });
});
