/**
 * A page script that does what hostile pages do: it wraps the primitives that messages need, and answers and asks in our
 * place with forged, malformed and huge messages.
 */
export function startHostile(): void {
  const overheard = new Set<string>();
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function wrapped(event: Event): boolean {
    if (event.type.startsWith('stagemark')) overheard.add(event.type);
    return dispatchEvent.call(this, event);
  };
  const { parse, stringify } = JSON;
  JSON.parse = (text: string) => {
    const value = parse(text);
    if (typeof value === 'object' && value !== null && 'seq' in value) Reflect.set(value, 'inserted', 'forged');
    return value;
  };
  JSON.stringify = ((value: unknown) => stringify(value)) as typeof JSON.stringify;
  const post = window.postMessage.bind(window);
  window.postMessage = ((message: unknown) => post(message, '*')) as typeof window.postMessage;
  const Native = window.CustomEvent;
  window.CustomEvent = class extends Native<unknown> {} as typeof CustomEvent;
  document.addEventListener('stagemark:hello', (event) => {
    const { detail } = event as CustomEvent<unknown>;
    if (typeof detail === 'string') for (const name of detail.match(/[\w-]{8,}/g) ?? []) overheard.add(name);
  });
  const forgeries: unknown[] = [
    null,
    42,
    '',
    '{',
    '[]',
    '{"kind":"text"}',
    stringify({ kind: 'text', seq: -1, revision: 1e12, text: 'forged' }),
    stringify({ kind: 'text', seq: 1, revision: 0.5, start: -4, removed: 2, inserted: {} }),
    stringify({ kind: 'write', seq: 2, text: 'delete everything' }),
    { kind: 'text' },
    'x'.repeat(3_000_000),
  ];
  setInterval(() => {
    for (const name of [...overheard, 'stagemark:hello']) {
      for (const side of ['', ':ask', ':answer']) {
        for (const detail of forgeries) dispatchEvent.call(document, new Native(`${name}${side}`, { detail }));
      }
    }
  }, 200);
}
