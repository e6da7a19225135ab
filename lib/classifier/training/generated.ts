import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PackedModel } from '../model.ts';
import { compressedSize } from './compress.ts';
import type { GrammarTables } from './grammar-head.ts';

const FOLDER = fileURLToPath(new URL('../weights/', import.meta.url));

/** A value as it stands in a source file, strings in single quotes where they hold none. */
function literal(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/"([^"]*)"/g, (whole, text: string) =>
    text.includes("'") ? whole : `'${text}'`,
  );
}

/** @returns the file's size as it travels, in bytes. */
function write(name: string, lines: readonly string[]): number {
  const file = FOLDER + name;
  writeFileSync(file, lines.join('\n'));
  spawnSync('biome', ['format', '--write', file], { stdio: 'ignore' });
  return compressedSize(readFileSync(file, 'utf8'));
}

/** Writes the tables of tier 1. @returns their size as they travel, in bytes. */
export function writeTables(packed: PackedModel, provenance: object): number {
  return write('tables.generated.ts', [
    "import type { PackedModel } from '../model.ts';",
    '',
    '// Written by `npm run train`: weights, words and counts only.',
    `export const PROVENANCE = ${literal(provenance)};`,
    '',
    `export const PACKED_MODEL: PackedModel = ${literal(packed)};`,
    '',
  ]);
}

/** Writes the tables of tier 2. @returns their size as they travel, in bytes. */
export function writeGrammarTables({ weights, reach }: GrammarTables, provenance: object): number {
  return write('grammar.generated.ts', [
    '// Written by `npm run train`: weights and counts only.',
    `export const GRAMMAR_PROVENANCE = ${literal(provenance)};`,
    '',
    "/** The most that grammar took from a first label's lead in any passage that was fitted on, in log-odds. */",
    `export const GRAMMAR_REACH = ${reach};`,
    '',
    '/** By rule id: what a rule that holds in a passage adds to each output, in the order of LABELS. */',
    'export const GRAMMAR_WEIGHTS: Readonly<Record<string, readonly number[]>> = {',
    ...Object.entries(weights).map(([rule, own]) => `  '${rule}': [${own.join(', ')}],`),
    '};',
    '',
  ]);
}
