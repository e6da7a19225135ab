import { DOCUMENT_TYPES, type DocumentType } from '../../lib/model/document.ts';
import type { Report } from '../../lib/model/report.ts';
import { Button } from '../controls/Button.tsx';
import { Choice } from '../controls/Choice.tsx';
import { Disclosure } from '../controls/Disclosure.tsx';
import { DOCUMENT_TYPE_NAMES } from '../i18n/names.ts';
import { formatShare, sentence, useTranslate } from '../i18n/translate.ts';
import './document-type.css';

export interface DocumentTypeChipProps {
  readonly documentType: Report['documentType'];
  /** null = back to what Stagemark detects. */
  readonly onChoose: (type: DocumentType | null) => void;
}

/** What the document is taken for, why, and a way to say otherwise. */
export function DocumentTypeChip({ documentType, onChoose }: DocumentTypeChipProps) {
  const translate = useTranslate();
  const name = translate(DOCUMENT_TYPE_NAMES[documentType.type]);
  const byWriter = documentType.by === 'writer';
  return (
    <Disclosure
      kind="chip"
      summary={
        <>
          <span class="for-screen-readers">{translate('typeIs')} </span>
          {name} <span class="faint">{byWriter ? translate('typeByWriter') : translate('typeDetected')}</span>
        </>
      }
    >
      <div class="type-panel">
        {!byWriter && (
          <div>
            <p>{translate('typeSure', formatShare(documentType.confidence))}</p>
            {documentType.why.length > 0 && (
              <ul class="type-why soft">
                {documentType.why.map((reason) => (
                  <li key={`${reason.key} ${reason.values.join(' ')}`}>{sentence(translate, reason)}</li>
                ))}
              </ul>
            )}
          </div>
        )}
        <Choice
          legend={translate('typeChoose')}
          layout="list"
          value={documentType.type}
          options={DOCUMENT_TYPES.map((type) => ({ value: type, name: translate(DOCUMENT_TYPE_NAMES[type]) }))}
          onChange={onChoose}
        />
        {byWriter && (
          <Button icon="undo" onClick={() => onChoose(null)}>
            {translate('typeDetect')}
          </Button>
        )}
      </div>
    </Disclosure>
  );
}
