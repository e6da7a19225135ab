import type { Stage } from '../model/stage.ts';

/** How one stage is drawn: a colour and a line pattern, never colour alone. */
export interface StageLook {
  readonly colour: string;
  readonly tint: string;
  readonly pattern: 'solid' | 'wavy' | 'dashed';
  /** The letter that stands for the stage where there is no room for its name. */
  readonly letter: 'E' | 'S' | 'O';
}

/**
 * Stage colours, chosen for three things at once, each computed in the palette's test: at least 3:1 (WCAG 1.4.11) against the
 * page backgrounds of both hosts (white in light; #191919, Notion, and #1f1f1f, Google Docs, in dark), 4.5:1 for the stage's
 * letter on it, and a distance that stays plain with protanopia, deuteranopia and tritanopia. Blue and green are told apart
 * by lightness there, which is why the green is so deep in light and so pale in dark.
 */
export const PALETTE: Readonly<Record<'light' | 'dark', Readonly<Record<Stage, StageLook>>>> = {
  light: {
    execution: { colour: '#1f6feb', tint: '#1f6feb17', pattern: 'solid', letter: 'E' },
    strategy: { colour: '#c85200', tint: '#c8520017', pattern: 'wavy', letter: 'S' },
    organisation: { colour: '#005340', tint: '#00534014', pattern: 'dashed', letter: 'O' },
  },
  dark: {
    execution: { colour: '#4c9bf5', tint: '#4c9bf526', pattern: 'solid', letter: 'E' },
    strategy: { colour: '#f59b42', tint: '#f59b4226', pattern: 'wavy', letter: 'S' },
    organisation: { colour: '#7ee0b5', tint: '#7ee0b524', pattern: 'dashed', letter: 'O' },
  },
};
