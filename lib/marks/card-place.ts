import type { Beside } from './card-host.ts';

/** Room between the passage and the card, and between the card and the window's edges, in CSS pixels. */
export const CARD_GAP_PX = 6;
const EDGE_PX = 8;
/** The card stands clear of the whole passage where that keeps it this near to the line that is pointed at, in CSS pixels. */
const NEAR_PX = 120;

/** Puts the card below or above what it stands beside, as high as the room there allows, inside the window. */
export function putCard(card: HTMLElement, beside: Beside, view: Window): void {
  card.style.removeProperty('--room');
  const { width, height } = card.getBoundingClientRect();
  const { side, edge, room } = roomFor(height, beside, view.innerHeight);
  card.style.setProperty('--room', `${room}px`);
  const top = side === 'below' ? edge + CARD_GAP_PX : edge - CARD_GAP_PX - Math.min(height, room);
  const left = Math.min(beside.line.left, view.innerWidth - width - EDGE_PX);
  card.style.top = `${top}px`;
  card.style.left = `${Math.max(EDGE_PX, left)}px`;
}

interface Room {
  readonly side: 'below' | 'above';
  /** Height of the edge on whose other side the room is. */
  readonly edge: number;
  /** Height of the room, gaps left out. */
  readonly room: number;
}

/** The first room that is high enough, of those below and above the passage and below and above the line; else the line's higher one. */
function roomFor(height: number, { line, passage }: Beside, windowHeight: number): Room {
  const roomsOf = ({ top, bottom }: DOMRectReadOnly): [Room, Room] => [
    { side: 'below', edge: bottom, room: windowHeight - bottom - CARD_GAP_PX - EDGE_PX },
    { side: 'above', edge: top, room: top - CARD_GAP_PX - EDGE_PX },
  ];
  const [below, above] = roomsOf(line);
  const near = roomsOf(passage).filter(
    ({ side, edge }) => Math.abs(edge - (side === 'below' ? line.bottom : line.top)) <= NEAR_PX,
  );
  return [...near, below, above].find(({ room }) => room >= height) ?? (below.room >= above.room ? below : above);
}
