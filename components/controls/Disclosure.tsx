import type { ComponentChildren } from 'preact';
import { Icon } from '../design/Icon.tsx';
import './controls.css';

export interface DisclosureProps {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  readonly open?: boolean;
  /** `section` looks like a section's title, `inline` like a small link. */
  readonly kind?: 'section' | 'inline' | 'chip';
  readonly onToggle?: (open: boolean) => void;
}

/** Something folded away, with the browser's own disclosure. */
export function Disclosure({ summary, children, open, kind = 'section', onToggle }: DisclosureProps) {
  return (
    <details
      class={`disclosure disclosure-${kind}`}
      open={open}
      onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
    >
      <summary>
        <span class="disclosure-summary">{summary}</span>
        <Icon name="chevron" />
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
