import { describe, expect, it } from 'vitest';
import { contrast, separation, VISIONS } from '../../../../components/design/colour.ts';
import { PALETTE } from '../../../../lib/marks/palette.ts';
import { STAGES } from '../../../../lib/model/stage.ts';

/** Backgrounds of documents: Google Docs and Notion in light, Notion and Google Docs in dark. */
const BACKGROUNDS = { light: ['#ffffff'], dark: ['#191919', '#1f1f1f'] } as const;
/** Ink of the letter on its stage's colour. */
const LETTER_INK = { light: '#ffffff', dark: '#17181b' } as const;
/** Five times what is just noticeable in OKLab. */
const PLAINLY_APART = 0.1;

describe.each(['light', 'dark'] as const)('stage colours in %s', (theme) => {
  it.each(STAGES)('%s keeps 3:1 against the documents of both hosts', (stage) => {
    for (const background of BACKGROUNDS[theme])
      expect(contrast(PALETTE[theme][stage].colour, background)).toBeGreaterThanOrEqual(3);
  });

  it.each(STAGES)('the letter of %s keeps 4.5:1 on its colour', (stage) => {
    expect(contrast(PALETTE[theme][stage].colour, LETTER_INK[theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(VISIONS)('the three stay plainly apart with %s vision', (vision) => {
    const { execution, strategy, organisation } = PALETTE[theme];
    expect(separation(execution.colour, strategy.colour, vision)).toBeGreaterThan(PLAINLY_APART);
    expect(separation(execution.colour, organisation.colour, vision)).toBeGreaterThan(PLAINLY_APART);
    expect(separation(strategy.colour, organisation.colour, vision)).toBeGreaterThan(PLAINLY_APART);
  });
});

describe('stages beyond colour', () => {
  it('each has its own line pattern and its own letter, the same in light and dark', () => {
    const looks = STAGES.map((stage) => PALETTE.light[stage]);
    expect(new Set(looks.map((look) => look.pattern)).size).toBe(STAGES.length);
    expect(new Set(looks.map((look) => look.letter)).size).toBe(STAGES.length);
    for (const stage of STAGES) {
      expect(PALETTE.dark[stage].pattern).toBe(PALETTE.light[stage].pattern);
      expect(PALETTE.dark[stage].letter).toBe(PALETTE.light[stage].letter);
    }
  });
});

describe('colour arithmetic', () => {
  it('knows black on white as 21:1 and a colour on itself as 1:1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#1f6feb', '#1f6feb')).toBe(1);
  });

  it('sees pure red and green as close with deuteranopia and far apart with normal vision', () => {
    expect(separation('#b06000', '#808000', 'deuteranopia')).toBeLessThan(0.06);
    expect(separation('#b06000', '#808000', 'normal')).toBeGreaterThan(0.1);
  });

  it('refuses what is no colour', () => {
    expect(() => contrast('red', '#ffffff')).toThrow(RangeError);
  });
});
