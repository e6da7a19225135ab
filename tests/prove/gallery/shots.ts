import type { BrowserContextOptions } from 'playwright-core';

/** One way of looking at a surface. */
export interface Look {
  readonly name: string;
  readonly width: number;
  readonly options: BrowserContextOptions;
  /** Text enlarged by the reader, as a factor. */
  readonly text: number;
}

/** Widths at which a surface is used. */
const WIDTHS: Readonly<Record<string, readonly number[]>> = {
  popup: [400],
  panel: [340],
  checker: [1280],
};
const PAGE_WIDTHS = [1100];

/** Every look of a surface in a state: three schemes at its usual width; the typical and long states also narrow, wide and large. */
export function looksOf(surface: string, state: string): readonly Look[] {
  const usual = (WIDTHS[surface] ?? PAGE_WIDTHS)[0] ?? 400;
  const light = { colorScheme: 'light' } as const;
  const schemes: Look[] = [
    { name: 'light', width: usual, options: light, text: 1 },
    { name: 'dark', width: usual, options: { colorScheme: 'dark' }, text: 1 },
    { name: 'forced', width: usual, options: { ...light, forcedColors: 'active' }, text: 1 },
  ];
  if (state !== 'typical' && state !== 'long') return schemes;
  return [
    ...schemes,
    { name: '320', width: 320, options: light, text: 1 },
    { name: '768', width: 768, options: light, text: 1 },
    { name: '1400', width: 1400, options: light, text: 1 },
    { name: 'text-200', width: usual, options: light, text: 2 },
    { name: '320-text-200', width: 320, options: light, text: 2 },
  ];
}
