import { useTranslate } from '../i18n/translate.ts';
import './keys.css';

/** A key combination with the key of what it does. */
export interface KeyHelp {
  readonly keys: string;
  readonly does: string;
}

/** The keys of the browser's own command list, then those that work inside Stagemark's surfaces. */
export function Keys({ commands }: { readonly commands: readonly KeyHelp[] }) {
  const translate = useTranslate();
  const inside: readonly KeyHelp[] = [
    { keys: '← →', does: translate('keysMove') },
    { keys: 'Enter', does: translate('keysJump') },
    { keys: '1 2 3 0', does: translate('keysStage') },
  ];
  return (
    <div class="keys">
      {commands.length > 0 && <KeyTable title={translate('keysDocument')} rows={commands} />}
      <KeyTable title={translate('keysStrip')} rows={inside} />
      <p class="faint">{translate('keysChange')}</p>
    </div>
  );
}

function KeyTable({ title, rows }: { readonly title: string; readonly rows: readonly KeyHelp[] }) {
  return (
    <section>
      <h3 class="faint">{title}</h3>
      <dl class="key-list">
        {rows.map((row) => (
          <div key={row.does} class="key-row">
            <dt>{row.does}</dt>
            <dd>
              <kbd>{row.keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
