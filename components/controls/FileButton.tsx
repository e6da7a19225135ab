import { useRef } from 'preact/hooks';
import { Button } from './Button.tsx';

export interface FileButtonProps {
  /** What is on the button, and the name of the file's field for screen readers. */
  readonly label: string;
  /** Kinds of files to offer, as an input's `accept` names them. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A button that asks for one file. The same file may be chosen again. */
export function FileButton({ label, accept, onFile }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="upload" onClick={() => picker.current?.click()}>
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        class="for-screen-readers"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
