/** A scripted composition, for pages without a real input method: the events in order and the text going in step by step. */
export interface Ime {
  /** Starts at the caret. @returns false when the caret is in no text. */
  start(): boolean;
  /** Replaces the text under composition. */
  update(text: string): void;
  end(): void;
}

export function createIme(absorb: () => void): Ime {
  let node: Text | null = null;
  let from = 0;
  let length = 0;
  const fire = (type: string, data: string) =>
    node?.parentElement?.dispatchEvent(new CompositionEvent(type, { data, bubbles: true, cancelable: true }));
  return {
    start() {
      const selection = getSelection();
      if (selection === null || !(selection.anchorNode instanceof Text)) return false;
      node = selection.anchorNode;
      from = selection.anchorOffset;
      length = 0;
      fire('compositionstart', '');
      return true;
    },
    update(text) {
      if (node === null) return;
      fire('compositionupdate', text);
      node.replaceData(from, length, text);
      absorb();
      length = text.length;
      getSelection()?.collapse(node, from + length);
      node.parentElement?.dispatchEvent(
        new InputEvent('input', { inputType: 'insertCompositionText', data: text, isComposing: true, bubbles: true }),
      );
    },
    end() {
      const text = node?.data.slice(from, from + length) ?? '';
      fire('compositionend', text);
      node = null;
    },
  };
}
