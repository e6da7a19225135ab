import { useEffect, useState } from 'preact/hooks';

/** What was asked and did not come about within this long, in milliseconds, is shown as it is again. */
const PATIENCE_MS = 2_000;

/**
 * A value that is changed elsewhere, with what was last asked shown in its place until it comes about: other news of the same
 * moment must not turn a control back under the reader's hand.
 */
export function useAsked<Value>(
  value: Value,
  change: (asked: Value) => void,
): readonly [shown: Value, ask: (asked: Value) => void] {
  const [asked, setAsked] = useState<{ readonly value: Value } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    if (asked.value === value) {
      setAsked(null);
      return;
    }
    const timer = setTimeout(() => setAsked(null), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [asked, value]);
  const ask = (next: Value) => {
    setAsked({ value: next });
    change(next);
  };
  return [asked === null ? value : asked.value, ask];
}
