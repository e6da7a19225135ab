import type { TileContent } from './annotations.ts';
import { copiedLines } from './blit.ts';
import type { PlacedLine } from './layout.ts';
import { type Piece, raised } from './lines.ts';

/** Colours of the simulated themes. */
export const THEMES = {
  light: { page: '#ffffff', text: '#000000', comment: '#fff2cc', selection: 'rgba(118,167,250,.5)' },
  dark: { page: '#1f1f1f', text: '#e3e3e3', comment: '#4d4220', selection: 'rgba(118,167,250,.5)' },
} as const;

const COMMENT_WIDTH = 260;

/** Every fourth paragraph is commented at its beginning. */
function isCommented({ paragraph, line }: PlacedLine): boolean {
  return paragraph % 4 === 1 && line.start === 0;
}

/** Draws a tile's text on its canvas at a scale, with real glyphs. */
export function paintTile(
  canvas: HTMLCanvasElement,
  size: { width: number; height: number },
  content: TileContent,
  scale: number,
  { dark, comments, blit }: { readonly dark: boolean; readonly comments: boolean; readonly blit: boolean },
): void {
  const theme = dark ? THEMES.dark : THEMES.light;
  const ratio = devicePixelRatio;
  const copies = blit ? copiedLines(canvas, content, scale * ratio) : null;
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = theme.page;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale * ratio, 0, 0, scale * ratio, 0, 0);
  context.textBaseline = 'alphabetic';
  const draw = (piece: Piece, x: number, baseline: number) => {
    const image = piece.style.image;
    if (image !== undefined) {
      context.fillStyle = '#b0bec5';
      context.fillRect(x, baseline - image.height, image.width, image.height);
      return;
    }
    context.font = piece.font;
    context.direction = piece.rtl ? 'rtl' : 'ltr';
    context.textAlign = 'left';
    context.fillStyle = piece.style.suggestion === undefined ? (piece.style.colour ?? theme.text) : '#188038';
    context.fillText(piece.drawn, x, baseline);
    if (piece.style.suggestion === 'delete') context.fillRect(x, baseline - piece.ascent / 3, piece.width, 1);
  };
  for (const placed of content.lines) {
    if (copies?.(context, placed) === true) continue;
    const { line, x, top } = placed;
    const baseline = top + line.baseline + content.offset;
    if (comments && isCommented(placed)) {
      const width = Math.max(0, ...line.pieces.map((piece) => piece.x + piece.width));
      context.fillStyle = theme.comment;
      context.fillRect(x, top + content.offset, Math.min(width, COMMENT_WIDTH), line.height);
    }
    for (const piece of line.pieces) draw(piece, x + piece.x, baseline - raised(piece));
  }
  for (const one of content.noise) draw(one.piece, one.x, one.top + content.offset + one.piece.ascent);
}
