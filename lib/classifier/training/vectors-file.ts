import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** Where the learnt vectors are kept: an input of fitting, never part of what ships. */
export const VECTORS_FILE = fileURLToPath(new URL('./vectors.bin.gz', import.meta.url));

/** Word vectors learnt from unlabelled text, most frequent word first. */
export interface WordVectors {
  readonly words: readonly string[];
  /** How often each word stood in the text. */
  readonly counts: Int32Array;
  /** All words of the text, rare ones included. */
  readonly total: number;
  readonly dimensions: number;
  /** Row-major: word by dimension. */
  readonly values: Float32Array;
  /** First 16 hex digits of the SHA-256 of the text they were learnt from. */
  readonly source: string;
}

/** One byte a value: a word's vector is scaled to unit length, times 127 over the largest value of all. */
export function encodeVectors(vectors: WordVectors): Buffer {
  const { dimensions, values, words } = vectors;
  const unit = new Float32Array(values.length);
  let largest = 0;
  for (let word = 0; word < words.length; word++) {
    const row = word * dimensions;
    let norm = 0;
    for (let d = 0; d < dimensions; d++) norm += (values[row + d] ?? 0) ** 2;
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let d = 0; d < dimensions; d++) {
      unit[row + d] = (values[row + d] ?? 0) * scale;
      largest = Math.max(largest, Math.abs(unit[row + d] ?? 0));
    }
  }
  const packed = Int8Array.from(unit, (value) => Math.round((value / largest) * 127));
  const head = JSON.stringify({
    dimensions,
    total: vectors.total,
    source: vectors.source,
    scale: largest / 127,
    words,
    counts: [...vectors.counts],
  });
  return Buffer.concat([Buffer.from(`${head}\n`, 'utf8'), Buffer.from(packed.buffer)]);
}

/** Reads the vectors that are kept in the project. Throws where the file is missing or damaged. */
export function readVectors(path: string = VECTORS_FILE): WordVectors {
  const bytes = gunzipSync(readFileSync(path));
  const end = bytes.indexOf(10);
  const head = JSON.parse(bytes.subarray(0, end).toString('utf8'));
  const packed = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1);
  if (packed.length !== head.words.length * head.dimensions) throw new Error(`${path} is damaged: run npm run vectors`);
  return {
    words: head.words,
    counts: Int32Array.from(head.counts as number[]),
    total: head.total,
    dimensions: head.dimensions,
    values: Float32Array.from(packed, (value) => value * head.scale),
    source: head.source,
  };
}
