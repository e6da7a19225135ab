import type { ComponentChildren } from 'preact';
import { Glyph } from '../design/Glyph.tsx';
import './surface-head.css';

export interface SurfaceHeadProps {
  readonly title: string;
  /** Buttons at the end of the line. */
  readonly children?: ComponentChildren;
}

/** The head of popup and panel: the document's title beside Stagemark's sign. */
export function SurfaceHead({ title, children }: SurfaceHeadProps) {
  return (
    <header class="surface-head">
      <Glyph size={18} />
      <h1 class="surface-title">{title}</h1>
      {children}
    </header>
  );
}
