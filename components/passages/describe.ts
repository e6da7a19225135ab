import type { PassageReport } from '../../lib/model/report.ts';
import { LABEL_NAMES, SIGNAL_NAMES } from '../i18n/names.ts';
import { formatCount, type Translate } from '../i18n/translate.ts';

/** A label with its signal: `Strategy · Bets`. */
export function describeLabel(translate: Translate, passage: Pick<PassageReport, 'label' | 'signal'>): string {
  const label = translate(LABEL_NAMES[passage.label]);
  return passage.signal === null ? label : `${label} · ${translate(SIGNAL_NAMES[passage.signal])}`;
}

/** One passage in a line: place, label and first words. */
export function describePassage(translate: Translate, passage: PassageReport, total: number): string {
  return translate(
    'passageLine',
    formatCount(passage.index + 1),
    formatCount(total),
    describeLabel(translate, passage),
    passage.excerpt,
  );
}
