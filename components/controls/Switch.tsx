import { useId } from 'preact/hooks';
import './controls.css';

export interface SwitchProps {
  readonly label: string;
  /** A line below the label, when something needs saying. */
  readonly note?: string | undefined;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** An on/off switch that takes effect at once. */
export function Switch({ label, note, on, disabled, onChange }: SwitchProps) {
  const noteId = useId();
  return (
    <label class="switch">
      <span class="switch-text">
        <span>{label}</span>
        {note && (
          <span id={noteId} class="faint">
            {note}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        aria-describedby={note ? noteId : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
