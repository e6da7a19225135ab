import { STAGES, type Stage } from '../model/stage.ts';
import type { MarkStyle } from './marker.ts';
import { PALETTE, type StageLook } from './palette.ts';

/** The name under which a stage's highlight is registered; users' own style sheets may rely on it. */
export function highlightName(stage: Stage): string {
  return `stagemark-${stage}`;
}

/** Firefox draws text decorations in highlights from this version on; before, a background is all it can do. */
const FIREFOX_DECORATIONS = 146;

function rule(look: StageLook, style: MarkStyle['look'], decorations: boolean): string {
  if (!decorations) return `background-color:${look.colour}40`;
  const line = `text-decoration:underline ${look.pattern} ${look.colour} 2px;text-underline-offset:3px`;
  return style === 'tint' ? `${line};background-color:${look.tint}` : line;
}

/**
 * The rules for the three highlights. The theme is the page's (`body.dark`), so a switch needs nothing from us.
 * @param userAgent the browser's, to know what its highlights can draw.
 */
export function highlightSheet(style: MarkStyle['look'], userAgent: string): string {
  const firefox = /Firefox\/(\d+)/.exec(userAgent);
  const decorations = firefox === null || Number(firefox[1]) >= FIREFOX_DECORATIONS;
  return STAGES.map((stage) => {
    const selector = `::highlight(${highlightName(stage)})`;
    return (
      `${selector}{${rule(PALETTE.light[stage], style, decorations)}}` +
      `body.dark ${selector}{${rule(PALETTE.dark[stage], style, decorations)}}`
    );
  }).join('\n');
}
