import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { Lexer } from 'marked';
import { describe, expect, it } from 'vitest';
import { noteOf } from '../../../lib/review/note.ts';
import { noteAsHtml, noteAsMarkdown } from '../../../lib/review/note-formats.ts';
import { sayFrom } from '../../../lib/review/say.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { reportOn, written } from './written.ts';

const say = sayFrom(messages);
const document = written(
  'Clinics *first* <b>',
  `# Where we stand
  market: Two incumbents hold the hospitals with contracts of ten years, and nobody has ever left them before the end.
  goals: We want to serve four hundred clinics by the end of 2027, up from ninety today, in three cities.
  goals: Revenue from clinics should be half of all revenue by the end of the same year, from a tenth today.`,
);

describe('the review note', () => {
  it('holds type, mix with the usual range, next steps, missing moves and changes', () => {
    const note = noteAsMarkdown(noteOf(reportOn(document, 'strategy'), say, ['Strategy from 31 to 44 %.']));
    expect(note).toContain('## Stage review: Clinics \\*first\\* \\<b\\>');
    expect(note).toContain('Read as: Strategy document. You set it.');
    expect(note).toMatch(/- Strategy: 100 % \(usual: \d+–\d+ %\)/);
    expect(note).toContain('### Since the last check\n\n- Strategy from 31 to 44 %.');
    expect(note).toContain('### Next steps\n\n- ');
    expect(note).toContain('### What is missing\n\n- ');
  });

  it('shows three next steps at most', () => {
    const [, steps] = noteAsMarkdown(noteOf(reportOn(document, 'strategy'), say)).split('### Next steps\n\n');
    expect(steps?.split('\n\n')[0]?.match(/^- /gm)?.length).toBeLessThanOrEqual(3);
  });

  it('says in one sentence why there is no review', () => {
    const short = noteAsMarkdown(noteOf(reportOn(written('Draft', 'none: Soon.'), 'spec'), say));
    expect(short).toBe(
      '## Stage review: Draft\n\nThe document is too short to tell its mix: it takes about 40 words.\n',
    );
  });

  it('is safe HTML of headings, paragraphs and lists for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<img onerror=x>', '</ul><script>', '"&<')),
        (text) => {
          const html = noteAsHtml([
            { kind: 'heading', text },
            { kind: 'paragraph', text },
            { kind: 'list', items: [{ text, below: text }] },
          ]);
          const [names, texts]: [string[], string[]] = [[], []];
          const parser = new Parser({ onopentagname: (name) => names.push(name), ontext: (each) => texts.push(each) });
          parser.end(html);
          expect(names).toEqual(['h2', 'p', 'ul', 'li', 'br']);
          const plain = text.toWellFormed().replace(/\s+/g, ' ').trim();
          expect(texts.join('')).toBe(plain.repeat(4));
        },
      ),
    );
  });

  it('keeps its shape as Markdown for any text', () => {
    const odd = fc.constantFrom(
      '# no',
      '- no',
      '1. no',
      '> no',
      '**b**',
      '`c`',
      '[l](x)',
      '<i>',
      '---',
      '| a |',
      '~~s~~',
      '===',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), odd), (text) => {
        const parts = [
          { kind: 'heading', text: 'Title' },
          { kind: 'paragraph', text: `${text} end` },
        ] as const;
        const tokens = new Lexer().lex(noteAsMarkdown(parts)).filter(({ type }) => type !== 'space');
        expect(tokens.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
      }),
    );
  });
});
