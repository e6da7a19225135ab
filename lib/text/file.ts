import { cutWhole } from './limits.ts';
import { blocksFromMarkdown } from './markdown.ts';
import { blocksFromPlainText } from './plain.ts';
import type { ReadableDocument, ReadResult } from './readable.ts';
import { blocksFromWordFile } from './word-file.ts';

/** Larger files are refused before anything of them is read. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** The beginning that is searched for what no text holds. */
const SNIFFED_BYTES = 8192;
const LONGEST_NAME = 80;

/**
 * Reads a file as a person drops or names it: Word by its content, Markdown by its name, all else as plain text (`-` and
 * names without an ending as Markdown, which plain text nearly always is too). What cannot be read comes back as one sentence.
 */
export function readDocumentFile(name: string, bytes: Uint8Array): ReadResult {
  const shown = cutWhole(name, LONGEST_NAME);
  const refuse = (key: string): ReadResult => ({ ok: false, error: { key, values: [shown] } });
  if (bytes.length > MAX_FILE_BYTES) return refuse('errorFileTooLarge');
  if (bytes.length === 0) return refuse('errorFileEmpty');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const read = blocksFromWordFile(bytes);
    return read.ok ? read : refuse(read.error.key);
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return refuse('errorFilePdf');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('errorFileOldWord');
  const text = decode(bytes);
  if (text === null) return refuse('errorFileBinary');
  if (text.trim() === '') return refuse('errorFileEmpty');
  const document = readText(name, text);
  return document.blocks.length === 0 ? refuse('errorFileEmpty') : { ok: true, document };
}

function readText(name: string, text: string): ReadableDocument {
  const plain = /\.[a-z0-9]+$/i.test(name) && !/\.(?:md|markdown|mdown|mdx)$/i.test(name);
  return plain ? blocksFromPlainText(text) : blocksFromMarkdown(text);
}

/** @returns null where the bytes are no text. */
function decode(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  if (holdsControls(bytes)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Control characters that no text file holds, beside tab, line and page breaks and escape. */
function holdsControls(bytes: Uint8Array): boolean {
  return bytes
    .subarray(0, SNIFFED_BYTES)
    .some((byte) => byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 26 && byte !== 27);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
