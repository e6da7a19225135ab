import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../controls/Button.tsx';
import { FileButton } from '../controls/FileButton.tsx';
import { Notice } from '../controls/Notice.tsx';
import { Glyph } from '../design/Glyph.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { SAMPLES, type SampleId } from './samples.ts';
import { useFileDrop } from './use-file-drop.ts';
import './text.css';
import './checker.css';

const SAMPLE_NAMES: Readonly<Record<SampleId, string>> = {
  spec: 'documentTypeSpec',
  'one-pager': 'documentTypeOnePager',
  strategy: 'documentTypeStrategy',
  'strategy-mended': 'checkerSampleMended',
};

export interface CheckerViewProps {
  /** Puts the editor into its place, once. */
  readonly mountEditor: (place: HTMLElement) => void;
  /** Nothing has been written yet. */
  readonly blank: boolean;
  /** What went wrong with the last file, as a sentence. */
  readonly error: string | null;
  readonly onFile: (file: File) => void;
  readonly onSample: (sample: SampleId) => void;
  readonly onSave: () => void;
  readonly onClear: () => void;
  /** The report beside the text. */
  readonly children: ComponentChildren;
}

/** A page to write, paste or drop a document in, with its marks and its report. */
export function CheckerView(props: CheckerViewProps) {
  const { mountEditor, blank, error, onFile, onSample, onSave, onClear, children } = props;
  const translate = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  const dragging = useFileDrop(onFile);
  useEffect(() => {
    if (place.current !== null) mountEditor(place.current);
  }, [mountEditor]);

  return (
    <div class="checker">
      <header class="checker-head">
        <h1 class="checker-name">
          <Glyph size={18} /> {translate('checkerTitle')}
        </h1>
        <div class="checker-actions">
          <span class="checker-samples">
            <span class="faint">{translate('checkerTry')}</span>
            {SAMPLES.map((sample) => (
              <Button
                key={sample}
                kind="quiet"
                label={translate('checkerSample', translate(SAMPLE_NAMES[sample]))}
                onClick={() => onSample(sample)}
              >
                {translate(SAMPLE_NAMES[sample])}
              </Button>
            ))}
          </span>
          <FileButton
            label={translate('checkerOpen')}
            accept=".md,.markdown,.txt,.docx,text/markdown,text/plain"
            onFile={onFile}
          />
          <Button icon="download" disabled={blank} onClick={onSave}>
            {translate('checkerSave')}
          </Button>
          <Button icon="remove" label={translate('checkerClear')} disabled={blank} onClick={onClear} />
        </div>
      </header>
      <main class="checker-paper">
        {error !== null && <Notice kind="error">{error}</Notice>}
        <div class="checker-sheet">
          {blank && (
            <div class="checker-blank" aria-hidden="true">
              <p class="checker-invite">{translate('checkerInvite')}</p>
              <p>{translate('checkerHow')}</p>
              <p>{translate('checkerPrivate')}</p>
            </div>
          )}
          <div ref={place} />
        </div>
      </main>
      <div class="checker-panel">{children}</div>
      {dragging && <div class="checker-drop">{translate('checkerDrop')}</div>}
    </div>
  );
}
