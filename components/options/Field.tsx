import type { ComponentChildren } from 'preact';

export interface FieldProps {
  readonly label: string;
  readonly note?: string;
  readonly forId?: string;
  readonly children: ComponentChildren;
}

/** One setting: its name and note at the left, its control at the right, below each other where it is narrow. */
export function Field({ label, note, forId, children }: FieldProps) {
  const Name = forId === undefined ? 'span' : 'label';
  return (
    <div class="field">
      <div class="field-text">
        <Name {...(forId !== undefined && { for: forId })}>{label}</Name>
        {note !== undefined && <span class="faint">{note}</span>}
      </div>
      <div class="field-control">{children}</div>
    </div>
  );
}
