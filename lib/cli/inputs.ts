import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Message } from '../model/report.ts';
import { message } from '../review/message.ts';
import { MAX_FILE_BYTES, readDocumentFile } from '../text/file.ts';
import type { ReadResult } from '../text/readable.ts';

/** A stream of bytes, as standard input gives it. */
export type ByteStream = AsyncIterable<Uint8Array | string>;

/** Reads one file named on the command line, or standard input for "-". Every failure comes back as one sentence. */
export async function readInput(path: string, stdin: ByteStream): Promise<ReadResult> {
  try {
    const bytes = path === '-' ? await readAll(stdin) : await readWhole(path);
    return readDocumentFile(path === '-' ? '-' : basename(path), bytes);
  } catch (error) {
    return { ok: false, error: sentenceFor(path, error) };
  }
}

/** The text of a file that is no document. Every failure comes back as one sentence. */
export async function readText(
  path: string,
): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: Message }> {
  try {
    return { ok: true, text: new TextDecoder().decode(await readWhole(path)) };
  } catch (error) {
    return { ok: false, error: sentenceFor(path, error) };
  }
}

/** One byte more than is read at most, so that a file that is too large is seen to be. */
async function readWhole(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    return await readAll(file.createReadStream({ autoClose: false, end: MAX_FILE_BYTES }));
  } finally {
    await file.close();
  }
}

async function readAll(stream: ByteStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > MAX_FILE_BYTES) break;
  }
  return Buffer.concat(chunks);
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'checkNotFound',
  ENOTDIR: 'checkNotFound',
  EISDIR: 'checkFolder',
  EACCES: 'checkNotAllowed',
  EPERM: 'checkNotAllowed',
};

function sentenceFor(path: string, error: unknown) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const key = SENTENCES[code];
  return key === undefined ? message('checkUnreadable', path, code) : message(key, path);
}
