import { CHANNELS, type Model, NUMBER_ROWS, type PackedModel, RULE_CHANNELS, SIGNAL_CHANNELS } from './model.ts';
import { LIMIT, unpack } from './packing.ts';

/** Word weights lie between 0 and 1; this many steps of a packed number cover them. */
export const WORD_WEIGHT_STEPS = 2 * LIMIT;

function decodeNumbers(numbers: string): (name: string) => Float64Array {
  const rows = numbers.split(';');
  if (rows.length !== NUMBER_ROWS.length) throw new Error('The tables do not have the rows that the model needs');
  const byName = new Map(
    NUMBER_ROWS.map((name, row) => [name as string, Float64Array.from((rows[row] ?? '').split(' '), Number)]),
  );
  return (name) => byName.get(name) ?? new Float64Array(0);
}

function group<Name extends string>(
  names: readonly Name[],
  row: (name: Name) => Float64Array,
): Record<Name, Float64Array> {
  return Object.fromEntries(names.map((name) => [name, row(name)])) as Record<Name, Float64Array>;
}

/** Turns the generated tables into numbers. Throws where they do not fit together. */
export function decodeModel(packed: PackedModel): Model {
  const words = packed.words.split(' ');
  const row = decodeNumbers(packed.numbers);
  const steps = row('steps');
  const dimensions = packed.embedding.length;
  const phraseStep = steps[dimensions] ?? 0;
  const embedding = new Float32Array(words.length * dimensions);
  packed.embedding.forEach((column, d) => {
    if (column.length !== words.length) throw new Error(`Dimension ${d} of the tables does not fit the words`);
    const values = unpack(column);
    const step = steps[d] ?? 0;
    for (let word = 0; word < values.length; word++) embedding[word * dimensions + d] = (values[word] ?? 0) * step;
  });
  const phraseNumbers = (text: string): Float64Array => Float64Array.from(unpack(text), (value) => value * phraseStep);
  return {
    words,
    wordWeights: Float32Array.from(unpack(packed.wordWeights), (value) => (value + LIMIT) / WORD_WEIGHT_STEPS),
    phrases: packed.phrases.split(';').map((entry) => entry.split(',').map((phrase) => phrase.split(' '))),
    phraseGroups: unpack(packed.phraseGroups),
    phraseWeights: phraseNumbers(packed.phraseWeights),
    headingPhraseWeights: phraseNumbers(packed.headingPhraseWeights),
    embedding,
    dimensions,
    channels: group(CHANNELS, (name) => row(`channel ${name}`)),
    signalChannels: group(SIGNAL_CHANNELS, (name) => row(`signals ${name}`)),
    rules: group(RULE_CHANNELS, row),
    signalRules: row('signal rules'),
    layout: row('layout'),
    base: row('base'),
    signalBase: row('signal base'),
  };
}
