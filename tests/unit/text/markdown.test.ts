import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksFromMarkdown } from '../../../lib/text/markdown.ts';
import { toPassages } from '../../../lib/text/passages.ts';

const read = (text: string) => blocksFromMarkdown(text).blocks.map(({ kind, level, text }) => [kind, level, text]);

describe('blocksFromMarkdown', () => {
  it('reads title, headings, paragraphs, nested lists, quotes and tables in reading order', () => {
    expect(
      read(
        [
          '# The plan',
          '',
          'One *line*',
          'and [more](https://example.org) of `it` &amp; that.',
          '',
          '## Work',
          '- first',
          '  - [ ] nested **item**',
          '- second',
          '',
          '> A customer said so.',
          '',
          '| Owner | Date |',
          '| --- | --- |',
          '| Ana | 3 May<br>or later |',
        ].join('\n'),
      ),
    ).toEqual([
      ['title', 0, 'The plan'],
      ['paragraph', 0, 'One line and more of it & that.'],
      ['heading', 2, 'Work'],
      ['list-item', 0, 'first'],
      ['list-item', 1, 'nested item'],
      ['list-item', 0, 'second'],
      ['quote', 0, 'A customer said so.'],
      ['table-cell', 0, 'Owner'],
      ['table-cell', 0, 'Date'],
      ['table-cell', 0, 'Ana'],
      ['table-cell', 0, '3 May\nor later'],
    ]);
  });

  it('takes the title from front matter', () => {
    const { title, blocks } = blocksFromMarkdown('---\ntitle: "Bets for 2027"\nowner: x\n---\n\nText.');
    expect(title).toBe('Bets for 2027');
    expect(blocks.map((block) => block.text)).toEqual(['Bets for 2027', 'Text.']);
  });

  it('leaves out code, images, comments and scripts, and reads the text of HTML', () => {
    expect(
      read(
        '```\ncode();\n```\n\n![chart](a.png) seen\n\n<!-- note to self -->\n\n<details><summary>More</summary>why &lt; how<script>x()</script></details>',
      ),
    ).toEqual([
      ['paragraph', 0, 'seen'],
      ['paragraph', 0, 'More'],
      ['paragraph', 0, 'why < how'],
    ]);
  });

  it('keeps every word of a paragraph that is longer than one slice', () => {
    const text = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ');
    expect(blocksFromMarkdown(text).blocks[0]?.text).toBe(text);
  });

  it.each([
    ['one word 100,000 times', 'word '.repeat(100_000)],
    ['20,000 quote marks', '>'.repeat(20_000)],
    ['100,000 open emphases', '_a'.repeat(100_000)],
    ['100,000 open brackets', '['.repeat(100_000)],
    ['lists nested 300 deep', Array.from({ length: 300 }, (_, index) => `${' '.repeat(2 * index)}- a`).join('\n')],
    ['20,000 headings', Array.from({ length: 20_000 }, (_, index) => `# H${index}\n`).join('\n')],
    ['50,000 open tags', '<div>\n'.repeat(50_000)],
    ['a gap of a million spaces', `# a${' '.repeat(1_000_000)}b`],
    ['quotes in lists in quotes, 5,000 deep', `${'> - '.repeat(5000)}a`],
    ['a table only', '| a | b |\n| - | - |\n| one | two |'],
    ['nothing', ''],
  ])('reads %s', (_, text) => {
    const { blocks } = blocksFromMarkdown(text);
    expect(toPassages(blocks).length).toBeLessThanOrEqual(blocks.length);
  });

  it('reads any text, with every block named once and not empty', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('# A', '- b', '  - c', '> d', '| e | f |', '|--|--|', '---', '```', '\ud800', '<b', '&#xd800;'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { blocks } = blocksFromMarkdown(lines.join('\n'));
        expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
        expect(blocks.every((block) => block.text.trim() !== '')).toBe(true);
      }),
    );
  });
});
