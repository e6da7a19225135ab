import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../../../components/checker/samples.ts';
import { blocksFromMarkdown } from '../../../../lib/text/markdown.ts';
import { countWords } from '../../../../lib/text/words.ts';

const FOLDER = resolve(import.meta.dirname, '..', '..', '..', '..', 'components', 'checker', 'samples');

describe('the samples of the checker', () => {
  it.each(SAMPLES)('%s is a document of some length with a title and headings', (sample) => {
    const { title, blocks } = blocksFromMarkdown(readFileSync(join(FOLDER, `${sample}.md`), 'utf8'));
    expect(title).not.toBe('');
    expect(blocks.filter(({ kind }) => kind === 'heading').length).toBeGreaterThan(5);
    const words = blocks.reduce((sum, block) => sum + countWords(block.text), 0);
    expect(words).toBeGreaterThan(400);
    expect(words).toBeLessThan(700);
  });
});
