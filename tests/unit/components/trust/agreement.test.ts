import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../../../components/trust/agreement.ts';
import { usedSettings } from '../../../dom/components/fixtures/settings.ts';

describe('agreement with the writer', () => {
  it('counts passages whose label the writer kept, and no phrases', () => {
    const passages = usedSettings.corrections.filter(({ kind }) => kind === 'passage');
    const kept = passages.filter((correction) => correction.kind === 'passage' && correction.label === correction.was);
    expect(agreementOf(usedSettings.corrections)).toEqual({ corrected: 18, confirmed: kept.length });
  });

  it('is nothing of nothing', () => {
    expect(agreementOf([])).toEqual({ corrected: 0, confirmed: 0 });
  });
});
