/**
 * `npm run vectors -- TEXT.gz`: learns word vectors from unlabelled text (one paragraph or list item a line) and writes them to
 * `vectors.bin.gz` beside this file. Skip-gram with negative sampling (Mikolov et al., "Distributed Representations of Words
 * and Phrases and their Compositionality", 2013). One thread and a seeded generator, so equal text gives equal vectors.
 * Takes about a quarter of an hour for 15 million words; only the vectors and word counts are kept, no text.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { tokenStrings } from '../tokens.ts';
import { seededRandom } from './random.ts';
import { encodeVectors, VECTORS_FILE, type WordVectors } from './vectors-file.ts';

const DIMENSIONS = 200;
const WINDOW = 5;
const EPOCHS = 3;
const NEGATIVES = 5;
const MIN_COUNT = 10;
/** Words more frequent than this share of the text are skipped in proportion. */
const SUBSAMPLE = 1e-4;
const START_RATE = 0.05;
const NOISE_TABLE_SIZE = 1 << 22;
const LINE_END = -1;

interface Corpus {
  /** Word ids in reading order; lines end with LINE_END, rare words are left out. */
  readonly ids: Int32Array;
  readonly words: readonly string[];
  readonly counts: Int32Array;
  readonly total: number;
}

function readCorpus(text: string): Corpus {
  const seen = new Map<string, number>();
  const lines = text.split('\n');
  let total = 0;
  for (const line of lines)
    for (const word of tokenStrings(line)) {
      seen.set(word, (seen.get(word) ?? 0) + 1);
      total++;
    }
  const kept = [...seen].filter(([, count]) => count >= MIN_COUNT);
  kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const index = new Map(kept.map(([word], id) => [word, id]));
  const ids = new Int32Array(total + lines.length);
  let size = 0;
  for (const line of lines) {
    for (const word of tokenStrings(line)) {
      const id = index.get(word);
      if (id !== undefined) ids[size++] = id;
    }
    ids[size++] = LINE_END;
  }
  return {
    ids: ids.subarray(0, size),
    words: kept.map(([word]) => word),
    counts: Int32Array.from(kept, ([, count]) => count),
    total,
  };
}

/** Word ids in proportion to count^0.75, from which negative samples are drawn. */
function noiseTable(counts: Int32Array): Int32Array {
  const table = new Int32Array(NOISE_TABLE_SIZE);
  const mass = counts.reduce((sum, count) => sum + count ** 0.75, 0);
  let id = 0;
  let upTo = (counts[0] ?? 0) ** 0.75 / mass;
  for (let slot = 0; slot < table.length; slot++) {
    table[slot] = id;
    if (slot / table.length > upTo && id < counts.length - 1) upTo += (counts[++id] ?? 0) ** 0.75 / mass;
  }
  return table;
}

function learn(corpus: Corpus, say: (line: string) => void): Float32Array {
  const random = seededRandom(20261);
  const size = corpus.words.length;
  const input = new Float32Array(size * DIMENSIONS);
  for (let slot = 0; slot < input.length; slot++) input[slot] = (random() * 2 - 1) / DIMENSIONS;
  const output = new Float32Array(size * DIMENSIONS);
  const noise = noiseTable(corpus.counts);
  const keep = Float32Array.from(corpus.counts, (count) => {
    const share = count / corpus.total;
    return Math.sqrt(SUBSAMPLE / share) + SUBSAMPLE / share;
  });
  const sentence = new Int32Array(1 << 16);
  const change = new Float32Array(DIMENSIONS);
  const steps = corpus.ids.length * EPOCHS;
  let done = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let length = 0;
    for (const id of corpus.ids) {
      done++;
      if (id !== LINE_END) {
        if (random() < (keep[id] ?? 1) && length < sentence.length) sentence[length++] = id;
        continue;
      }
      const rate = Math.max(START_RATE * (1 - done / steps), START_RATE * 1e-4);
      learnLine(sentence, length, rate, { input, output, noise, change, random });
      length = 0;
      if (done % 1_000_000 < 40) say(`${Math.round((100 * done) / steps)} %`);
    }
  }
  return input;
}

interface Parameters {
  readonly input: Float32Array;
  readonly output: Float32Array;
  readonly noise: Int32Array;
  readonly change: Float32Array;
  readonly random: () => number;
}

function learnLine(line: Int32Array, length: number, rate: number, parameters: Parameters): void {
  const { input, output, noise, change, random } = parameters;
  for (let centre = 0; centre < length; centre++) {
    const row = (line[centre] ?? 0) * DIMENSIONS;
    const reach = 1 + Math.floor(random() * WINDOW);
    const last = Math.min(length - 1, centre + reach);
    for (let near = Math.max(0, centre - reach); near <= last; near++) {
      if (near === centre) continue;
      change.fill(0);
      const target = line[near] ?? 0;
      for (let sample = 0; sample <= NEGATIVES; sample++) {
        let word = target;
        if (sample > 0) {
          word = noise[Math.floor(random() * NOISE_TABLE_SIZE)] ?? 0;
          if (word === target) continue;
        }
        const column = word * DIMENSIONS;
        let dot = 0;
        for (let d = 0; d < DIMENSIONS; d++) dot += (input[row + d] ?? 0) * (output[column + d] ?? 0);
        const gradient = rate * ((sample === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot)));
        for (let d = 0; d < DIMENSIONS; d++) {
          change[d] = (change[d] ?? 0) + gradient * (output[column + d] ?? 0);
          output[column + d] = (output[column + d] ?? 0) + gradient * (input[row + d] ?? 0);
        }
      }
      for (let d = 0; d < DIMENSIONS; d++) input[row + d] = (input[row + d] ?? 0) + (change[d] ?? 0);
    }
  }
}

function main(): void {
  const path = process.argv[2];
  if (path === undefined) {
    console.error('Which text? npm run vectors -- TEXT.gz (one paragraph a line, plain or gzip)');
    process.exitCode = 2;
    return;
  }
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const corpus = readCorpus(text);
  console.error(`${corpus.total} words, ${corpus.words.length} of them different and frequent enough`);
  const learnt: WordVectors = {
    words: corpus.words,
    counts: corpus.counts,
    total: corpus.total,
    dimensions: DIMENSIONS,
    values: learn(corpus, (line) => console.error(line)),
    source: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  };
  writeFileSync(VECTORS_FILE, gzipSync(encodeVectors(learnt), { level: 9 }));
  console.error(`written: ${VECTORS_FILE}`);
}

main();
