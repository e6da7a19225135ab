import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './layout.css';

export interface SectionProps {
  readonly title: string;
  /** Something small beside the title: a count, a link. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A titled part of a surface. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id} class="section-title">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
