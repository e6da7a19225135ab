import { useState } from 'preact/hooks';
import type { TabState } from '../../lib/model/tab.ts';
import { Button } from '../controls/Button.tsx';
import { Disclosure } from '../controls/Disclosure.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { type Build, describeTab } from './describe.ts';
import './diagnostics.css';

export interface DiagnosticsProps {
  readonly state: TabState;
  readonly build: Build;
  readonly onCopy: (text: string) => Promise<void>;
}

/** What Stagemark knows of itself in this tab, to be copied into a report of a problem. */
export function Diagnostics({ state, build, onCopy }: DiagnosticsProps) {
  const translate = useTranslate();
  const [said, setSaid] = useState('');
  const text = describeTab(state, build);
  const copy = () => {
    onCopy(text).then(
      () => setSaid(translate('diagnosticsCopied')),
      () => setSaid(translate('reviewCopyFailed')),
    );
  };
  return (
    <Disclosure summary={translate('diagnosticsTitle')}>
      <div class="diagnostics">
        <p class="soft">{translate('diagnosticsLead')}</p>
        <pre class="diagnostics-text">{text}</pre>
        <Button icon="copy" onClick={copy}>
          {translate('diagnosticsCopy')}
        </Button>
        <p role="status">{said}</p>
      </div>
    </Disclosure>
  );
}
