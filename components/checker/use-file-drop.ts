import { useEffect, useState } from 'preact/hooks';

/** Takes files dropped anywhere on the page. @returns whether one is being held over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    // Captured, so that the editor does not take the file for pasted content first.
    const options = { signal: controller.signal, capture: true };
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragging(true);
    };
    const drop = (event: DragEvent) => {
      setDragging(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      onFile(file);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    addEventListener('dragover', over, options);
    addEventListener('drop', drop, options);
    addEventListener('dragleave', leave, options);
    return () => controller.abort();
  }, [onFile]);
  return dragging;
}
