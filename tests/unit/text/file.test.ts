import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, readDocumentFile } from '../../../lib/text/file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function errorOf(name: string, content: Uint8Array): string | null {
  const result = readDocumentFile(name, content);
  return result.ok ? null : `${result.error.key} ${result.error.values.join()}`;
}

function texts(name: string, content: Uint8Array): string[] {
  const result = readDocumentFile(name, content);
  return result.ok ? result.document.blocks.map((block) => block.text) : [result.error.key];
}

describe('readDocumentFile', () => {
  it.each([
    ['empty.md', bytes('')],
    ['spaces.txt', bytes(' \n\n ')],
    ['code.md', bytes('```\nonly code\n```')],
  ])('says that %s is empty', (name, content) => {
    expect(errorOf(name, content)).toBe(`errorFileEmpty ${name}`);
  });

  it.each([
    ['picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'errorFileBinary'],
    ['nul.md', bytes('text\0text'), 'errorFileBinary'],
    ['paper.pdf', bytes('%PDF-1.7 …'), 'errorFilePdf'],
    ['old.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'errorFileOldWord'],
    ['sheet.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'errorFileNotWord'],
    ['huge.txt', new Uint8Array(MAX_FILE_BYTES + 1), 'errorFileTooLarge'],
  ])('refuses %s with its own sentence', (name, content, key) => {
    expect(errorOf(name, content)).toBe(`${key} ${name}`);
  });

  it('shortens a name that is longer than a line', () => {
    expect(errorOf('x'.repeat(500), bytes(''))).toBe(`errorFileEmpty ${'x'.repeat(80)}`);
  });

  it('reads Markdown by name or without an ending, plain text by any other', () => {
    expect(texts('a.md', bytes('**Win** the city'))).toEqual(['Win the city']);
    expect(texts('-', bytes('**Win** the city'))).toEqual(['Win the city']);
    expect(texts('a.txt', bytes('**Win** the city'))).toEqual(['**Win** the city']);
  });

  it('reads Word by content, whatever its name', () => {
    const file = zipSync({
      'word/document.xml': strToU8('<w:document xmlns:w="w"><w:p><w:r><w:t>Hello there</w:t></w:r></w:p></w:document>'),
    });
    expect(texts('a.bin', file)).toEqual(['Hello there']);
  });

  it('reads UTF-16 and old Western encodings', () => {
    expect(texts('a.txt', Uint8Array.from([0xff, 0xfe, 0x57, 0, 0x65, 0]))).toEqual(['We']);
    expect(texts('a.txt', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))).toEqual(['café']);
  });

  it.each(['big.txt', 'big.md'])('reads the beginning of 5 MB of text in %s and tells how much is left', (name) => {
    const result = readDocumentFile(name, bytes('We will win the mid-sized clinics first.\n\n'.repeat(125_000)));
    const characters = result.ok ? result.document.blocks.reduce((sum, block) => sum + block.text.length, 0) : 0;
    expect(characters).toBeGreaterThan(1_000_000);
    expect(characters).toBeLessThanOrEqual(2_000_000);
    expect(result.ok && result.document.unread[0]?.count).toBeGreaterThan(70_000);
  });
});
