import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../design/Icon.tsx';
import './controls.css';

export interface ButtonProps {
  readonly children?: ComponentChildren;
  readonly icon?: IconName;
  /** `main` for the one thing to do here, `quiet` for a text-like button, `danger` for what cannot be undone. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  /** The accessible name where the button shows an icon only, or where its text needs its context. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

export function Button({ children, icon, kind = 'plain', label, disabled, pressed, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button button-${kind}`}
      aria-label={label}
      title={children === undefined ? label : undefined}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}
