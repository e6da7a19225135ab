import { parseArgs } from 'node:util';
import { DOCUMENT_TYPES, type DocumentType } from '../model/document.ts';
import type { Message } from '../model/report.ts';
import { message } from '../review/message.ts';

export interface CheckOptions {
  /** Paths; "-" is standard input. */
  readonly files: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  readonly type: DocumentType | null;
  /** Path of an export of the writer's settings, or null where anybody's reading is asked for. */
  readonly settings: string | null;
  /** Whole per cent of staged words that must lie inside the expected range, or null where none is asked. */
  readonly failUnder: number | null;
}

export type OptionsResult =
  | { readonly ok: true; readonly options: CheckOptions }
  | { readonly ok: false; readonly error: Message };

/** Reads the arguments of `npm run check`. */
export function parseOptions(args: readonly string[]): OptionsResult {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return refuse('checkBadOption', error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  const { values, positionals } = parsed;
  const type = DOCUMENT_TYPES.find((each) => each === values.type) ?? null;
  if (values.type !== undefined && type === null) return refuse('checkBadType', values.type, DOCUMENT_TYPES.join(', '));
  const failUnder = values['fail-under'] === undefined ? null : Number(values['fail-under'] || Number.NaN);
  if (failUnder !== null && !(failUnder >= 0 && failUnder <= 100)) return refuse('checkBadFailUnder');
  const help = values.help === true;
  if (!help && positionals.length === 0) return refuse('checkNoFile');
  return {
    ok: true,
    options: {
      files: positionals,
      json: values.json === true,
      help,
      type,
      settings: values.settings ?? null,
      failUnder,
    },
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      type: { type: 'string' },
      settings: { type: 'string' },
      'fail-under': { type: 'string' },
    },
  });
}

function refuse(key: string, ...values: string[]): OptionsResult {
  return { ok: false, error: message(key, ...values) };
}
