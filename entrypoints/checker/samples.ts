import onePager from '../../components/checker/samples/one-pager.md?raw';
import spec from '../../components/checker/samples/spec.md?raw';
import strategy from '../../components/checker/samples/strategy.md?raw';
import mended from '../../components/checker/samples/strategy-mended.md?raw';
import type { SampleId } from '../../components/checker/samples.ts';

/** The samples' texts, as Markdown. */
export const SAMPLE_TEXTS: Readonly<Record<SampleId, string>> = {
  spec,
  'one-pager': onePager,
  strategy,
  'strategy-mended': mended,
};
