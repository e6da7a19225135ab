import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../../components/diagnostics/Diagnostics.tsx';
import { TAB_FIXTURES } from './fixtures/tabs.ts';
import { control, find, settled, show } from './mounting.tsx';

const BUILD = { version: '1.2.3', browser: 'Chrome 156' };

async function showDiagnostics(onCopy: (text: string) => Promise<void>): Promise<void> {
  const update = TAB_FIXTURES.typical;
  if (!update?.ok) throw new Error('The fixture has no state.');
  await show(<Diagnostics state={update.state} build={BUILD} onCopy={onCopy} />);
  find('summary').click();
  await settled();
}

describe('the diagnostics', () => {
  it('show and copy the same text', async () => {
    const copied: string[] = [];
    await showDiagnostics(async (text) => void copied.push(text));
    control('Copy').click();
    await settled();
    expect(copied).toEqual([find('.diagnostics-text').textContent]);
    expect(copied[0]).toContain('Stagemark 1.2.3');
    expect(find('.diagnostics [role=status]').textContent).toContain('Copied');
  });

  it('say so when the browser refuses the clipboard', async () => {
    await showDiagnostics(() => Promise.reject(new Error('denied')));
    control('Copy').click();
    await settled();
    expect(find('.diagnostics [role=status]').textContent).toMatch(/copy/i);
  });
});
