import { CHANNELS, type Model, NUMBER_ROWS, type PackedModel, RULE_CHANNELS } from './model.ts';
import { unpack } from './packing.ts';
import { WordVectors } from './word-vectors.ts';

function numbersOf(row: string): Float64Array {
  const parts = row.split(' ');
  const numbers = new Float64Array(parts.length);
  for (let index = 0; index < parts.length; index++) numbers[index] = Number(parts[index]);
  return numbers;
}

function decodeNumbers(numbers: string): (name: string) => Float64Array {
  const rows = numbers.split(';');
  if (rows.length !== NUMBER_ROWS.length) throw new Error('The tables do not have the rows that the model needs');
  const byName = new Map(NUMBER_ROWS.map((name, row) => [name as string, rows[row] ?? '']));
  return (name) => numbersOf(byName.get(name) ?? '');
}

function group<Name extends string>(
  names: readonly Name[],
  row: (name: Name) => Float64Array,
): Record<Name, Float64Array> {
  return Object.fromEntries(names.map((name) => [name, row(name)])) as Record<Name, Float64Array>;
}

function decodePhrases(packed: string, step: number): Float64Array {
  const values = unpack(packed);
  const weights = new Float64Array(values.length);
  for (let place = 0; place < values.length; place++) weights[place] = (values[place] ?? 0) * step;
  return weights;
}

/** Turns the generated tables into numbers. Throws where they do not fit together. */
export function decodeModel(packed: PackedModel): Model {
  const row = decodeNumbers(packed.numbers);
  const steps = row('steps');
  const dimensions = packed.embedding.length;
  const phraseStep = steps[dimensions] ?? 0;
  return {
    wordList: packed.words,
    vectors: new WordVectors(packed.embedding, packed.wordWeights, steps),
    phraseList: packed.phrases,
    phraseGroups: unpack(packed.phraseGroups),
    phraseWeights: decodePhrases(packed.phraseWeights, phraseStep),
    headingPhraseWeights: decodePhrases(packed.headingPhraseWeights, phraseStep),
    documentPhraseWeights: decodePhrases(packed.documentPhraseWeights, steps[dimensions + 1] ?? 0),
    dimensions,
    channels: group(CHANNELS, (name) => row(`channel ${name}`)),
    signalChannels: group(CHANNELS, (name) => row(`signals ${name}`)),
    rules: group(RULE_CHANNELS, row),
    signalRules: group(RULE_CHANNELS, (name) => row(`signal ${name}`)),
    layout: row('layout'),
    base: row('base'),
    signalBase: row('signal base'),
  };
}
