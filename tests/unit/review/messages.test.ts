import { describe, expect, it } from 'vitest';
import { keyPart } from '../../../lib/review/message.ts';
import { MOVES } from '../../../lib/review/moves/moves.ts';
import { RULES } from '../../../lib/review/rules/rules.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

const table: Readonly<Record<string, { readonly message: string }>> = messages;
const text = (key: string) => table[key]?.message ?? '';

describe('the sentences of the review', () => {
  it('has each rule and move under one id only', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(new Set(MOVES.map(({ id }) => id)).size).toBe(MOVES.length);
  });

  it.each(RULES.map(({ id }) => id))('%s has a reason, and a question for its next step', (id) => {
    expect(text(`advice${keyPart(id)}Reason`)).toMatch(/\.$/);
    expect(text(`advice${keyPart(id)}Question`)).toMatch(/\?/);
  });

  it.each(MOVES.map(({ id }) => id))('%s has a name', (id) => {
    expect(text(`move${keyPart(id)}`)).not.toBe('');
  });

  it.each(RULES.map(({ id }) => id))('%s names its source and applies to a type', (id) => {
    const rule = RULES.find((each) => each.id === id);
    expect(rule?.source).toMatch(/\w{3}/);
    expect(rule?.types.length).toBeGreaterThan(0);
  });

  it.each(RULES.map(({ id }) => id))('%s is short', (id) => {
    expect(text(`advice${keyPart(id)}Reason`).split(' ').length).toBeLessThanOrEqual(40);
    expect(text(`advice${keyPart(id)}Question`).split(' ').length).toBeLessThanOrEqual(40);
  });
});
