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
 * Stage colours after Okabe and Ito's palette for colour-vision deficiencies, chosen for at least 3:1 (WCAG 1.4.11) against
 * the page backgrounds of both hosts: white in light, #191919 (Notion) and #1f1f1f (Google Docs) in dark.
 */
export const PALETTE: Readonly<Record<'light' | 'dark', Readonly<Record<Stage, StageLook>>>> = {
  light: {
    execution: { colour: '#0072b2', tint: '#0072b214', pattern: 'solid', letter: 'E' },
    strategy: { colour: '#d55e00', tint: '#d55e0014', pattern: 'wavy', letter: 'S' },
    organisation: { colour: '#007a5a', tint: '#007a5a14', pattern: 'dashed', letter: 'O' },
  },
  dark: {
    execution: { colour: '#56b4e9', tint: '#56b4e922', pattern: 'solid', letter: 'E' },
    strategy: { colour: '#f0a35e', tint: '#f0a35e22', pattern: 'wavy', letter: 'S' },
    organisation: { colour: '#3fc79a', tint: '#3fc79a22', pattern: 'dashed', letter: 'O' },
  },
};
