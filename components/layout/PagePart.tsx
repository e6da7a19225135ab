import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface PagePartProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}

/** A titled part of one of the extension's pages. */
export function PagePart({ title, lead, children }: PagePartProps) {
  const id = useId();
  return (
    <section class="page-part" aria-labelledby={id}>
      <h2 id={id} class="page-part-title">
        {title}
      </h2>
      {lead !== undefined && <p class="page-part-lead">{lead}</p>}
      {children}
    </section>
  );
}
