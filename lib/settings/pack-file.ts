import * as z from 'zod/mini';
import { ANY_FIGURE, ANY_WORD, PACK_LIMITS, PACK_WEIGHT } from '../model/pack-limits.ts';
import type { Message } from '../model/report.ts';
import { type PackPhrase, type RulePack, rulePackSchema } from '../model/rule-pack.ts';
import { ALL_SIGNALS, LABELS, stageOf } from '../model/stage.ts';
import { readForeignJson } from '../text/foreign-json.ts';

const FILE_VERSION = 1;
const HEAD = { product: 'stagemark', kind: 'rule-pack', version: FILE_VERSION } as const;

/** Problems that are told of one file; more would not be read. */
const MOST_PROBLEMS = 8;
/** Characters of an example that are shown. */
const SHOWN = 80;

const headSchema = z.looseObject({
  product: z.literal(HEAD.product),
  kind: z.literal(HEAD.kind),
  version: z.number(),
});

/** Whether the classifier finds a pack's phrase in a text. */
export type FindsPhrase = (phrase: string, text: string) => boolean;

export type PackReading =
  | { readonly ok: true; readonly pack: RulePack }
  /** Sentences of the catalogue, each about one thing to mend. */
  | { readonly ok: false; readonly problems: readonly Message[] };

/**
 * Reads a rule pack's file wholly, its examples run, before anything is kept: one problem refuses all of it. Never throws.
 * @param finds how the classifier looks for phrases.
 */
export function readPackFile(text: string, finds: FindsPhrase): PackReading {
  const json = readForeignJson(text, { length: PACK_LIMITS.file, depth: PACK_LIMITS.depth });
  if (!json.ok) return refuse([REFUSALS[json.why]]);
  const head = headSchema.safeParse(json.value);
  if (!head.success) return refuse([say('packNotAPack')]);
  if (head.data.version > FILE_VERSION) return refuse([say('packNewer')]);
  const { product: _product, kind: _kind, version: _version, ...body } = head.data;
  const parsed = rulePackSchema.safeParse(body);
  if (!parsed.success) return refuse(parsed.error.issues.flatMap(issueSentences));
  const pack = parsed.data;
  const problems = [...pack.phrases.flatMap(formProblems), ...twice(pack)];
  if (problems.length > 0) return refuse(problems);
  const failed = pack.phrases.flatMap((phrase) => exampleProblems(phrase, finds));
  return failed.length > 0 ? refuse(failed) : { ok: true, pack };
}

/** A pack in the form in which `readPackFile` reads it. */
export function writePackFile(pack: RulePack): string {
  return `${JSON.stringify({ ...HEAD, ...pack }, null, 2)}\n`;
}

function say(key: string, ...values: readonly (string | number)[]): Message {
  return { key, values: values.map(String) };
}

function refuse(problems: readonly Message[]): PackReading {
  const rest = problems.length - MOST_PROBLEMS;
  const shown = problems.slice(0, MOST_PROBLEMS);
  return { ok: false, problems: rest > 0 ? [...shown, say('packMoreProblems', rest)] : shown };
}

const REFUSALS = {
  'too-large': say('packTooLarge', PACK_LIMITS.file / 1000),
  'too-deep': say('packTooDeep'),
  'forbidden-name': say('packForbiddenName'),
  'not-json': say('packNotJson'),
} as const;

/** What has to stand at a named place. */
const EXPECTED: Readonly<Record<string, (where: string) => Message>> = {
  name: (where) => say('packNeedsText', where, PACK_LIMITS.nameLength),
  about: (where) => say('packNeedsText', where, PACK_LIMITS.aboutLength),
  phrase: (where) => say('packNeedsText', where, PACK_LIMITS.phraseLength),
  stage: (where) => say('packNeedsOneOf', where, LABELS.join(', ')),
  signal: (where) => say('packNeedsOneOf', where, ALL_SIGNALS.join(', ')),
  weight: (where) => say('packNeedsNumber', where, PACK_WEIGHT.least, PACK_WEIGHT.most),
  phrases: (where) => say('packNeedsList', where, PACK_LIMITS.phrases),
  vocabulary: (where) => say('packNeedsList', where, PACK_LIMITS.vocabulary),
  fires: (where) => say('packNeedsExamples', where, PACK_LIMITS.examples),
  silent: (where) => say('packNeedsList', where, PACK_LIMITS.examples),
};

/** What has to stand in a list of that name. */
const ENTRIES: Readonly<Record<string, (where: string) => Message>> = {
  phrases: (where) => say('packNeedsPhrase', where),
  vocabulary: (where) => say('packNeedsText', where, PACK_LIMITS.phraseLength),
  fires: (where) => say('packNeedsText', where, PACK_LIMITS.exampleLength),
  silent: (where) => say('packNeedsText', where, PACK_LIMITS.exampleLength),
};

function issueSentences(issue: z.core.$ZodIssue): Message[] {
  const where = placeOf(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => say('packUnknownName', placeOf([...issue.path, key.slice(0, SHOWN)])));
  const last = issue.path.at(-1);
  const list = issue.path.at(-2);
  const expected = typeof last === 'number' ? ENTRIES[String(list)] : EXPECTED[String(last)];
  return [expected?.(where) ?? say('packNotAPack')];
}

/** `phrases › 3 › weight`, counted from 1 as people count. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' › ');
}

/** What a schema cannot say of a phrase. */
function formProblems({ phrase, stage, signal }: PackPhrase): Message[] {
  const words = phrase.trim().split(/\s+/);
  const wild = words.filter(isWild).length;
  const problems: Message[] = [];
  if (words.length > PACK_LIMITS.phraseWords) problems.push(say('packPhraseLong', phrase, PACK_LIMITS.phraseWords));
  if (wild > PACK_LIMITS.wildcards) problems.push(say('packPhraseWild', phrase, PACK_LIMITS.wildcards));
  if (isWild(words[0] ?? '')) problems.push(say('packPhraseBegins', phrase));
  if (signal !== undefined && stageOf(signal) !== stage)
    problems.push(say('packSignalElsewhere', phrase, signal, stage));
  return problems;
}

function isWild(word: string): boolean {
  return word === ANY_WORD || word === ANY_FIGURE;
}

function twice({ phrases }: RulePack): Message[] {
  const seen = new Set<string>();
  return phrases.flatMap(({ phrase }) => {
    const name = phrase.trim().toLowerCase().replace(/\s+/g, ' ');
    if (seen.has(name)) return [say('packPhraseTwice', phrase)];
    seen.add(name);
    return [];
  });
}

function exampleProblems({ phrase, fires, silent = [] }: PackPhrase, finds: FindsPhrase): Message[] {
  const told = (key: string) => (text: string) =>
    say(key, phrase, text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
  return [
    ...fires.filter((text) => !finds(phrase, text)).map(told('packExampleSilent')),
    ...silent.filter((text) => finds(phrase, text)).map(told('packExampleFires')),
  ];
}
