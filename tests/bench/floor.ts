/**
 * The floor that labelling is compared with: one pass over the text that finds every word by its characters and hashes it
 * (FNV-1a over lower-cased UTF-16 units). No labeller that looks at each word can do less.
 * @returns a value that depends on every word, so that the work cannot be left out.
 */
export function splitAndHash(text: string): number {
  let sum = 0;
  let hash = 0x811c9dc5;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index);
    if (code >= 65 && code <= 90) code |= 32;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127) {
      hash = Math.imul(hash ^ code, 0x01000193);
      inWord = true;
    } else if (inWord) {
      sum = (sum + (hash >>> 0)) | 0;
      hash = 0x811c9dc5;
      inWord = false;
    }
  }
  return inWord ? (sum + (hash >>> 0)) | 0 : sum;
}
