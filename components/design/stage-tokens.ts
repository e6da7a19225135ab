import { PALETTE } from '../../lib/marks/palette.ts';
import { STAGES } from '../../lib/model/stage.ts';

/**
 * The stage colours and patterns as CSS: `--execution`, `--execution-tint` and so on for both themes, and for any element
 * with `data-stage` the properties `--stage`, `--stage-tint` and `--stage-line` (a mask in the stage's pattern).
 */
export function stageStyleSheet(): string {
  const colours = (theme: 'light' | 'dark') =>
    STAGES.map((stage) => {
      const { colour, tint } = PALETTE[theme][stage];
      return `--${stage}:${colour};--${stage}-tint:${tint};`;
    }).join('');
  const forced = STAGES.map((stage) => `--${stage}:CanvasText;--${stage}-tint:Canvas;`).join('');
  const elements = STAGES.map(
    (stage) =>
      `[data-stage=${stage}]{--stage:var(--${stage});--stage-tint:var(--${stage}-tint);--stage-line:var(--${PALETTE.light[stage].pattern});}`,
  ).join('');
  return [
    `:root{${colours('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${colours('dark')}}}`,
    `@media (forced-colors:active){:root{${forced}}}`,
    elements,
    '[data-stage=none]{--stage:var(--neutral);--stage-tint:transparent;--stage-line:none;}',
  ].join('\n');
}

/** Gives a page the stage tokens, as a constructed sheet: no element is added. */
export function adoptStageTokens(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(stageStyleSheet());
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
