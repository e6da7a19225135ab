/** Names of every surface's states, as the gallery's own page tells them. */
export type States = Readonly<Record<string, readonly string[]>>;

declare global {
  interface Window {
    /** What the gallery can show; set by its page. */
    galleryStates?: States;
  }
}
