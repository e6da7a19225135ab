import { PALETTE } from '../../lib/marks/palette.ts';
import { STAGES } from '../../lib/model/stage.ts';
import css from './card.css?inline';

/** Stage colours for both themes. The card's theme is the host page's, so it cannot follow the browser's. */
function stageColours(): string {
  return (['light', 'dark'] as const)
    .flatMap((theme) =>
      STAGES.map((stage) => {
        const { colour, pattern } = PALETTE[theme][stage];
        return `[data-theme=${theme}] [data-stage=${stage}]{--stage:${colour};--line:var(--${pattern})}`;
      }),
    )
    .join('\n');
}

/** The whole style of the card, for its shadow root. Sizes are in pixels: `rem` would be the host page's. */
export const CARD_CSS = `${css}\n${stageColours()}`;
