import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, placesOf, run } from './drawn.ts';

/** Says the text anew, and aligns what the screen still shows. */
function say({ chains, text, aligner }: ReturnType<typeof align>, raw: string): string[] {
  text.update(raw, null);
  return placesOf(aligner.align(chains, text.paragraphs), text);
}

describe('Aligner, while the text is ahead of the screen', () => {
  it('takes no old line for the same words that now stand elsewhere', () => {
    const aligned = align('\u0003The heading of all this\nWe launch in March, they say\nThe ending of all this\n', [
      run('The heading of all this', 0),
      run('We launch in March, they say', 1),
      run('The ending of all this', 2),
    ]);
    const places = say(
      aligned,
      '\u0003The heading of all this\nWe ship\nBecause We launch in March, they say\nThe ending of all this\n',
    );
    expect(places).toEqual([
      'The heading of all this @0:0',
      'We launch in March, they say @-1:-',
      'The ending of all this @3:0',
    ]);
  });

  it('gives a line its place back when its edit is undone before the screen showed it', () => {
    const raw = '\u0003One line of some length here\nAnother line of it\n';
    const aligned = align(raw, [run('One line of some length here', 0), run('Another line of it', 1)]);
    expect(say(aligned, raw.replace('some', 'sm'))[0]).toBe('One line of some length here @-1:-');
    expect(say(aligned, raw)[0]).toBe('One line of some length here @0:0');
  });

  it('looks for a line that was on the screen before its text could be read', () => {
    const aligned = align('\u0003A first line that stays as it is\nAnd the last line of them\n', [
      run('A first line that stays as it is', 0),
      run('Written a moment ago', 1),
      run('And the last line of them', 2),
    ]);
    expect(aligned.placed[1]).toBe('Written a moment ago @-1:-');
    const raw = '\u0003A first line that stays as it is\nWritten a moment ago\nAnd the last line of them\n';
    expect(say(aligned, raw)[1]).toBe('Written a moment ago @1:0');
  });

  it('stops looking for a header after a while', () => {
    const aligned = align('\u0003A first line that stays as it is\nAnd the last line of them\n', [
      run('A first line that stays as it is', 0),
      run('To be decided.', 1),
      run('And the last line of them', 2),
    ]);
    for (let nth = 0; nth < 10; nth++)
      say(aligned, `\u0003A first line that stays as it is\nAnd the last line of them\n${'x'.repeat(nth + 1)}\n`);
    const raw = '\u0003A first line that stays as it is\nTo be decided.\nAnd the last line of them\n';
    expect(say(aligned, raw)[1]).toBe('To be decided. @-1:-');
  });
});

describe('Aligner, whatever the screen shows', () => {
  it('gives no piece of the text to two labels', () => {
    const words = fc.array(fc.constantFrom('changed', 'by', 'somebody', 'else', 'three', 'years'), {
      minLength: 4,
      maxLength: 14,
    });
    const lines = fc.array(
      fc.array(
        words.map((list) => `${list.slice(0, 3).join(' ')} `),
        { minLength: 1, maxLength: 4 },
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), lines, (paragraphs, labels) => {
        const runs = labels.flatMap((line, row) => {
          let left = 96;
          return line.map((label) => {
            const made = run(label, row, left);
            left = made.right;
            return made;
          });
        });
        const { chains } = align(`\u0003${paragraphs.map((list) => list.join(' ')).join('\n')}\n`, runs);
        const taken = new Set<string>();
        for (const { place, text } of chains) {
          for (let unit = 0; place !== null && unit < text.length; unit++) {
            const spot = `${place.paragraph.id} ${place.offset + unit}`;
            expect(taken.has(spot)).toBe(false);
            taken.add(spot);
          }
        }
      }),
    );
  });
});

describe('Aligner, among scraps of text', () => {
  it('keeps the few words of a paragraph that are left at the end of a page', () => {
    const { placed } = align('\u0003A line that fills the page\nBy June we want three thousand clinics of our own\n', [
      run('A line that fills the page', 0),
      run('By June', 1),
    ]);
    expect(placed).toContain('By June @1:0');
  });

  it('takes the last line of a page for text although an empty line stands before it', () => {
    const { placed } = align('\u0003The text of the page ends soon\n\n\nwith this.\n', [
      run('The text of the page ends soon', 0),
      run('with this.', 3),
    ]);
    expect(placed).toContain('with this. @3:0');
  });

  it('tells cells apart whose lines nearly touch', () => {
    const raw =
      '\u0003\u0010\u0012\u001cName of it\n\u001cReason for it\n\u0012\u001cHospital groups with a cen\u000btral desk\n\u001cThey pay by the seat\n\u0011';
    const { placed } = align(raw, [
      run('Name of it', 0, 96),
      run('Reason for it', 0, 296),
      run('Hospital groups with a cen', 1, 96),
      run('They pay by the seat', 1, 290),
      run('tral desk', 2, 96),
    ]);
    expect(placed).toContain('Hospital groups with a cen @2:0');
    expect(placed).toContain('tral desk @2:22');
    expect(placed).toContain('They pay by the seat @3:0');
  });

  it('takes no cell of another column for the next one, although it is the next on the screen', () => {
    const raw =
      '\u0003\u0010\u0012\u001cDocket\n\u001cSolo practices that pay\u000bnothing\n\u001cThey own no calendar at all\n\u0012\u001cThe\n\u001cEvery lane there is\n\u001cIt cannot offer a slot\n\u0011';
    const { placed } = align(raw, [
      run('Docket', 0, 96),
      run('Solo practices that pay', 0, 300),
      run('They own no calendar at all', 0, 540),
      run('nothing', 1, 300),
      run('The', 2, 96),
      run('Every lane there is', 2, 300),
      run('It cannot offer a slot', 2, 540),
    ]);
    expect(placed).toContain('They own no calendar at all @2:0');
    expect(placed).toContain('The @3:0');
  });

  it('goes from one page to the next only between the last lines and the first', () => {
    const filler = Array.from({ length: 20 }, (_, nth) => `Line number ${nth} that fills this page`);
    const { placed } = align(
      `\u0003${filler.join('\n')}\nno\nThe page after begins with this line\n`,
      [...filler.map((line, nth) => run(line, nth)), run('no', -8)],
      [run('The page after begins with this line', 0)],
    );
    expect(placed).toContain('no @-1:-');
  });

  it('takes no line of a page for the end of what stands above the page before', () => {
    const raw =
      '\u0003The paragraph above says how many accounts.\nThe first line that the screen shows of it all\nmiddle\nEach of them replaces two rivals, hire ccounts.\nAnd this is the last line\n';
    const { placed } = align(
      raw,
      [run('The first line that the screen shows of it all', 0), run('Something else', 1)],
      [run('Each of them replaces two rivals, hire', 0), run('ccounts.', 1), run('And this is the last line', 2)],
    );
    expect(placed).toContain('ccounts. @3:32');
  });

  it('knows equal lines by what stands right above them', () => {
    const { placed } = align('\u0003Alpha is a word\nYes.\nBeta is a word\nYes.\nGamma is a word\nYes.\n', [
      run('Alpha is a word', 0),
      run('Yes.', 1),
      run('Beta is a word', 2),
      run('Yes.', 3),
      run('Gamma is a word', 4),
      run('Yes.', 5),
    ]);
    expect(placed.filter((one) => one.startsWith('Yes'))).toEqual(['Yes. @1:0', 'Yes. @3:0', 'Yes. @5:0']);
  });
});
