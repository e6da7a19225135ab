import type { NotePart } from '../../lib/review/note.ts';

/** The note as it is printed; on screen it is not there. */
export function PrintedNote({ parts }: { readonly parts: readonly NotePart[] }) {
  return (
    <article class="printed-note" aria-hidden="true">
      {parts.map((part, index) => {
        // Parts have no identity of their own; the list is made anew each time.
        const key = `${index} ${part.kind}`;
        if (part.kind === 'heading')
          return index === 0 ? <h1 key={key}>{part.text}</h1> : <h2 key={key}>{part.text}</h2>;
        if (part.kind === 'paragraph') return <p key={key}>{part.text}</p>;
        return (
          <ul key={key}>
            {part.items.map(({ text, below }) => (
              <li key={text}>
                {text}
                {below !== null && <small>{below}</small>}
              </li>
            ))}
          </ul>
        );
      })}
    </article>
  );
}
