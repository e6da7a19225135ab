import { Aligner } from '../../../lib/hosts/google-docs/alignment/aligner.ts';
import { type Chain, chainsOf } from '../../../lib/hosts/google-docs/chains.ts';
import type { Run } from '../../../lib/hosts/google-docs/labels.ts';
import { squeeze } from '../../../lib/hosts/google-docs/squeeze.ts';
import { SqueezedTexts } from '../../../lib/hosts/google-docs/squeezed-texts.ts';
import { DocumentText } from '../../../lib/hosts/google-docs/text.ts';

const HEIGHT = 17;
const LINE = 20;

/** A label at a line and a column, 7 px a letter. */
export function run(label: string, line: number, left = 96): Run {
  const top = 100 + line * LINE;
  return {
    label,
    left,
    top,
    right: left + label.length * 7,
    bottom: top + HEIGHT,
    font: '400 14.6667px "Arial"',
    size: 14.6667,
    squeezed: squeeze(label, 'exact'),
    rtl: /[\u0590-\u05ff]/.test(label),
    mixed: false,
    measured: false,
  };
}

/** What an alignment of labels with a text gave: each chain with its paragraph's index and its offset, in the order of the result. */
export interface Aligned {
  readonly placed: string[];
  readonly chains: Chain[];
  readonly text: DocumentText;
  readonly aligner: Aligner;
}

/** Aligns the labels of tiles, one below the other, with a raw text that is read for the first time. */
export function align(raw: string, ...tiles: readonly Run[][]): Aligned {
  const text = new DocumentText(() => undefined);
  text.update(raw, null);
  const all = tiles.flatMap((runs, at) => {
    const chains = chainsOf(runs, { tile: at });
    for (const chain of chains) chain.dy = at * 1066;
    return chains;
  });
  const aligner = new Aligner(new SqueezedTexts('exact'));
  const chains = aligner.align(all, text.paragraphs);
  return { placed: placesOf(chains, text), chains, text, aligner };
}

/** Chains with their places, as `Aligned` has them. */
export function placesOf(chains: readonly Chain[], text: DocumentText): string[] {
  const indexOf = ({ place }: Chain) => (place === null ? -1 : text.paragraphs.indexOf(place.paragraph));
  return chains.map(
    (chain) => `${chain.runs.map(({ label }) => label).join('|')} @${indexOf(chain)}:${chain.place?.offset ?? '-'}`,
  );
}
