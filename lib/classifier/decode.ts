import { CHANNELS, type Model, type PackedModel, RULE_CHANNELS, SIGNAL_CHANNELS } from './model.ts';
import { LIMIT, unpack } from './packing.ts';

/** Word weights lie between 0 and 1; this many steps of a packed number cover them. */
export const WORD_WEIGHT_STEPS = 2 * LIMIT;

function table<Name extends string>(
  names: readonly Name[],
  packed: Readonly<Record<Name, readonly number[]>>,
): Record<Name, Float64Array> {
  return Object.fromEntries(names.map((name) => [name, Float64Array.from(packed[name])])) as Record<Name, Float64Array>;
}

/** Turns the generated tables into numbers. Throws where they do not fit together. */
export function decodeModel(packed: PackedModel): Model {
  const words = packed.words.split(' ');
  const dimensions = packed.embedding.length;
  const embedding = new Float32Array(words.length * dimensions);
  packed.embedding.forEach((column, d) => {
    if (column.length !== words.length) throw new Error(`Dimension ${d} of the tables does not fit the words`);
    const values = unpack(column);
    const step = packed.steps[d] ?? 0;
    for (let word = 0; word < values.length; word++) embedding[word * dimensions + d] = (values[word] ?? 0) * step;
  });
  return {
    words,
    wordWeights: Float32Array.from(unpack(packed.wordWeights), (value) => (value + LIMIT) / WORD_WEIGHT_STEPS),
    phrases: packed.phrases.split(';').map((entry) => entry.split(',').map((phrase) => phrase.split(' '))),
    phraseGroups: unpack(packed.phraseGroups),
    phraseWeights: Float64Array.from(unpack(packed.phraseWeights), (value) => value * packed.phraseStep),
    headingPhraseWeights: Float64Array.from(unpack(packed.headingPhraseWeights), (value) => value * packed.phraseStep),
    embedding,
    dimensions,
    channels: table(CHANNELS, packed.channels),
    signalChannels: table(SIGNAL_CHANNELS, packed.signalChannels),
    rules: table(RULE_CHANNELS, packed.rules),
    signalRules: Float64Array.from(packed.signalRules),
    layout: Float64Array.from(packed.layout),
    base: Float64Array.from(packed.base),
    signalBase: Float64Array.from(packed.signalBase),
  };
}
