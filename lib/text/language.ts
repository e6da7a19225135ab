/** What the language of a text is to Stagemark. `unknown`: too little to tell; treated as English where the script is Latin. */
export type Language = 'english' | 'other' | 'unknown';

/** English function words. Words that are as common in another language listed below ("in", "die", "was") are left out. */
const ENGLISH = new Set(
  'the and of to is are for that this with we our they their it its be been have has not will would should can from by as at or if when which who what how more than all but so there these those you your must does into about each'.split(
    ' ',
  ),
);

/** The commonest function words of the other languages in Latin script, without those that English shares. */
const OTHERS = new Set(
  [
    'el los las una unos que del por para con como más pero sus este esta está son muy también sin sobre entre cuando hay', // Spanish
    'le les des une du est dans pour que qui sur pas avec au aux ce cette sont nous vous par mais ou être ont leur', // French
    'der das und den dem ein eine einer eines ist nicht mit von für auf sich auch werden wird wir sind oder bei nach durch zum zur als wie', // German
    'o um uma não em com para mais dos das ao pelo pela são você nós também mas foi ser', // Portuguese
    'il lo gli di della dei delle che una con sono non più anche nel nella questo essere alla dal', // Italian
    'de het een en van voor niet zijn aan ook worden wordt deze maar naar bij kan wij onze door', // Dutch
    'och att det som på är av för den med inte har ett om vi kan från eller ska', // Swedish
    'og at det er på som ikke til med av har en et den vi kan fra eller skal', // Danish, Norwegian
    'nie się na jest że do jak przez oraz są dla tym które który może być', // Polish
    've bir bu için ile da olarak daha çok olan gibi kadar', // Turkish
    'yang dan untuk dengan dari pada ini itu tidak akan adalah dalam kami', // Indonesian
    'ja ei että se ovat myös mutta kun tai ole', // Finnish
    'și nu este pentru din sunt mai cu la fi', // Romanian
    'je že se jsou jako ale které by také', // Czech
  ].flatMap((line) => line.split(' ')),
);

/** Letters looked at; the language of a document shows long before that. */
const ENOUGH = 20_000;
/** Function words, of either side, needed to say anything of a text in Latin script. */
const LEAST_VOTES = 3;
/** Of the words of running English at least this share is in ENGLISH (median 0.32; lists of tickets come to 0.05). */
const LEAST_SHARE = 0.05;

const WORD = /[\p{L}\p{M}'’]+/gu;

/**
 * Tells English from other languages by script and function words. Made for a few words and more: 'other' needs positive
 * evidence (most letters of another script, or clearly more of another language's function words than of English ones), so a
 * terse list in English is at worst 'unknown'. Looks at no more than the first 20,000 letters.
 */
export function detectEnglish(text: string): Language {
  const sample = text.slice(0, ENOUGH);
  if (mostlyOtherScript(sample)) return 'other';
  let words = 0;
  let english = 0;
  let other = 0;
  for (const [word] of sample.matchAll(WORD)) {
    words++;
    const small = word.toLowerCase();
    if (ENGLISH.has(small)) english++;
    else if (OTHERS.has(small)) other++;
  }
  if (other >= LEAST_VOTES && other > english && other >= words * LEAST_SHARE) return 'other';
  if (english >= LEAST_VOTES && english >= words * LEAST_SHARE) return 'english';
  return 'unknown';
}

/** Whether more letters belong to another script than to Latin. */
function mostlyOtherScript(text: string): boolean {
  let latin = 0;
  let other = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f)) latin++;
    else if (code >= 0x370 && code < 0x2000 && code !== 0x1e00) other++;
    else if ((code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af) || code >= 0xfb1d) {
      if (code < 0xfe00 || (code > 0xfe0f && code < 0xfeff)) other++;
    }
  }
  return other > latin;
}
