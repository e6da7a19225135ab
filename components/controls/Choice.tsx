import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './controls.css';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly name: string;
  /** What is shown where the name alone would be too wide; the name stays the accessible one. */
  readonly content?: ComponentChildren;
}

export interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly hideLegend?: boolean;
  /** `segments` in a row, `list` below each other. */
  readonly layout?: 'segments' | 'list';
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value | null;
  readonly disabled?: boolean;
  readonly onChange: (value: Value) => void;
}

/** One of a few: native radio buttons, so arrow keys and screen readers work as everywhere. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, hideLegend, layout = 'segments', options, value, disabled, onChange } = props;
  const group = useId();
  return (
    <fieldset class={`choice choice-${layout}`} disabled={disabled}>
      <legend class={hideLegend ? 'for-screen-readers' : 'choice-legend'}>{legend}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label
            key={option.value}
            class="choice-option"
            title={option.content === undefined ? undefined : option.name}
          >
            <input
              type="radio"
              name={group}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.content === undefined ? (
              <span>{option.name}</span>
            ) : (
              <span>
                <span class="for-screen-readers">{option.name}</span>
                <span aria-hidden="true">{option.content}</span>
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
