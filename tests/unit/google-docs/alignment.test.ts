import { describe, expect, it } from 'vitest';
import { Aligner } from '../../../lib/hosts/google-docs/alignment/aligner.ts';
import { SqueezedTexts } from '../../../lib/hosts/google-docs/squeezed-texts.ts';
import { align, run } from './drawn.ts';

describe('Aligner', () => {
  it('places wrapped lines whose spaces the page dropped, in any order of labels', () => {
    const { placed } = align('\u0003The first line is followed by the second one.\n', [
      run('by the second one.', 1),
      run('The first line is followed', 0),
    ]);
    expect(placed).toEqual(['The first line is followed @0:0', 'by the second one. @0:22']);
  });

  it('leaves headers, footers and page numbers out', () => {
    const { placed } = align('\u0003A paragraph that stands in the body alone\nand another one after it\n', [
      run('Quarterly planning header', -3),
      run('A paragraph that stands in the body alone', 0),
      run('and another one after it', 1),
      run('12', 40),
    ]);
    expect(placed.filter((one) => one.endsWith('-'))).toEqual(['Quarterly planning header @-1:-', '12 @-1:-']);
  });

  it('takes no list marker for text', () => {
    const { chains } = align('\u0003Introduction of the list\n1st item of a list\n', [
      run('Introduction of the list', 0),
      run('1.', 1, 104),
      run('1st item of a list', 1, 132),
    ]);
    expect(chains.find((chain) => chain.text === '1.')?.place).toBeNull();
    expect(chains.find((chain) => chain.text === '1stitemofalist')?.marker).toBe(true);
  });

  it('tells equal lines apart by their neighbours', () => {
    const { placed } = align('\u0003Heading of it\nTo do.\nTo do.\nTo do.\nEnding of it\n', [
      run('Heading of it', 0),
      run('To do.', 1),
      run('To do.', 2),
      run('To do.', 3),
      run('Ending of it', 4),
    ]);
    expect(placed).toEqual(['Heading of it @0:0', 'To do. @1:0', 'To do. @2:0', 'To do. @3:0', 'Ending of it @4:0']);
  });

  it('places nothing where equal lines have no neighbour that tells them apart', () => {
    const { placed } = align('\u0003To be decided.\nmiddle\nTo be decided.\n', [run('To be decided.', 5)]);
    expect(placed).toEqual(['To be decided. @-1:-']);
  });

  it('reads table cells column by column, equal ones too', () => {
    const raw =
      '\u0003\u0010\u0012\u001cA question of two lines in its cell\n\u001cYes\n\u001cYes\n\u0012\u001cAnother question\n\u001cYes\n\u001cNo\n\u0011';
    const { placed } = align(raw, [
      run('A question of two', 0, 96),
      run('lines in its cell', 1, 96),
      run('Yes', 0, 320),
      run('Yes', 0, 520),
      run('Another question', 2, 96),
      run('Yes', 2, 320),
      run('No', 2, 520),
    ]);
    expect(placed.filter((one) => one.startsWith('Yes'))).toEqual(['Yes @1:0', 'Yes @2:0', 'Yes @4:0']);
  });

  it('takes a footer for the next paragraph only if it is all of it', () => {
    const { chains } = align('\u0003Last paragraph of this page\n3 open roles remain to be filled by us\n', [
      run('Last paragraph of this page', 0),
      run('3', 3, 700),
    ]);
    expect(chains.find((chain) => chain.text === '3')?.place).toBeNull();
  });

  it('goes on over a page border', () => {
    const { placed } = align(
      '\u0003A paragraph begins on the first page and ends\non the next\n',
      [run('A paragraph begins on the first', 0)],
      [run('page and ends', 0), run('on the next', 1)],
    );
    expect(placed.every((one) => !one.endsWith('-'))).toBe(true);
  });

  it('places the words around a smart chip whose name is not in the text', () => {
    const { placed } = align('\u0003Owned by \ue907 until further notice is given\nand so on it goes\n', [
      run('Owned by ', 0),
      run('Mira Castellanos', 0, 159),
      run(' until further notice is given', 0, 271),
      run('and so on it goes', 1),
    ]);
    expect(placed).toContain('Owned by  @0:0');
    expect(placed).toContain('Mira Castellanos @-1:-');
  });

  it('reads a right-to-left line word by word from the right', () => {
    const { placed } = align('\u0003המוצר החדש נבחן היום\nthe end of it\n', [
      run('המוצר', 0, 600),
      run('החדש', 0, 560),
      run('נבחן', 0, 520),
      run('היום', 0, 480),
      run('the end of it', 1),
    ]);
    expect(placed[0]).toBe('המוצר|החדש|נבחן|היום @0:0');
  });

  it('reads a full stop at the left end of a right-to-left line last, after a word of the other direction', () => {
    const { placed } = align('\u0003המוצר החדש נבחן לפני ה beta.\nthe end of it all is here\n', [
      run('המוצר החדש נבחן לפני ה ', 0, 600),
      run('beta', 0, 560),
      run('.', 0, 553),
      run('the end of it all is here', 1),
    ]);
    expect(placed[0]).toBe('המוצר החדש נבחן לפני ה |beta|. @0:0');
  });

  it('places what stands on both sides of words that have no label, short pieces too', () => {
    const { placed } = align(
      '\u0003A heading of it\nWe launch in March May or June as they asked\nAnd the last line of it\n',
      [
        run('A heading of it', 0),
        run('We launch in ', 1),
        run('May ', 1, 260),
        run('as they asked', 1, 380),
        run('And the last line of it', 2),
      ],
    );
    expect(placed).toContain('We launch in  @1:0');
    expect(placed).toContain('May  @1:15');
    expect(placed).toContain('as they asked @1:24');
  });

  it('places what follows words without label in a table cell, though another cell comes next on the screen', () => {
    const raw =
      '\u0003Who we compete with\n\u0010\u0012\u001cSolo practices, free with advertising\n\u001cThey own no calendar\n\u0011';
    const { placed } = align(raw, [
      run('Who we compete with', 0),
      run('S', 1, 103),
      run('lo ', 1, 114),
      run('practices, ', 1, 135),
      run('free with', 1, 212),
      run('They own no calendar', 1, 311),
      run('advertising', 2, 103),
    ]);
    expect(placed).toContain('lo  @1:2');
    expect(placed).toContain('free with @1:14');
  });

  it('takes a label within a line for no words that stand twice between its neighbours', () => {
    const { placed } = align(
      '\u0003A heading of it\nWe launch in June or May or May not as they asked\nAnd the last line of it\n',
      [
        run('A heading of it', 0),
        run('We launch in ', 1),
        run('May ', 1, 260),
        run('as they asked', 1, 380),
        run('And the last line of it', 2),
      ],
    );
    expect(placed).toContain('May  @-1:-');
  });

  it('takes the number of a footnote for no number further on in its paragraph', () => {
    const { placed } = align('\u0003A heading of it\nA claim that needs a source, and 1 more clinic\n', [
      run('A heading of it', 0),
      run('A claim that needs a source', 1),
      { ...run('1', 1, 290), bottom: 100 + 20 + 9 },
      run(', and 1 more clinic', 1, 300),
    ]);
    expect(placed).toContain('1 @-1:-');
    expect(placed).toContain(', and 1 more clinic @1:22');
  });

  it('takes parts of one line for no place that only they agree on', () => {
    const { placed } = align(
      '\u0003A heading of it\nThe partner tea will rival ship before\nSomething else\nThe partner team will ship before the error budget\n',
      [run('A heading of it', 0), run('The partner team will', 9), run('rival', 9, 250), run('ship before', 9, 290)],
    );
    expect(placed.slice(1).every((one) => one.endsWith('@-1:-'))).toBe(true);
  });

  it('goes on to the next cell although a full first line leaves no gap between the two', () => {
    const raw =
      '\u0003Who we compete with\n\u0010\u0012\u001cRival of ours\n\u001cWhere the first trade-off lies\n\u001claunch they will not\n\u0011';
    const { placed } = align(raw, [
      run('Who we compete with', 0),
      run('Rival of ours', 1, 103),
      run('Where the ', 1, 311),
      run('first trade-', 1, 381),
      run('launch ', 1, 470),
      run('they ', 1, 519),
      run('will ', 1, 554),
      run('not', 1, 589),
      run('off lies', 2, 311),
    ]);
    expect(placed).toContain('launch  @3:0');
    expect(placed).toContain('not @3:14');
  });

  it('places a full first line of a cell that leaves no gap to the next cell, where nothing tells of a table', () => {
    const raw =
      '\u0003Our largest segment replaces the beta\nOur largest segment replaces two rivals\n33 %\nThe end of it all is here\n';
    const { placed } = align(raw, [
      run('Our largest segment replaces the beta', 0, 103),
      run('Our largest segment replaces', 1, 103),
      run('33 %', 1, 302),
      run('two rivals', 2, 103),
      run('The end of it all is here', 4, 96),
    ]);
    expect(placed).toContain('Our largest segment replaces @1:0');
    expect(placed).toContain('33 % @2:0');
    expect(placed).toContain('two rivals @1:25');
  });

  it('takes a line that stands in the text for it, and no part of another line that begins alike', () => {
    const raw = '\u0003Who we compete with\n\u0010\u0012\u001cThe\u000bsegment\n\u001cyes coach\nunch yes hire\n\u0011';
    const { placed } = align(raw, [
      run('Who we compete with', 0),
      run('The', 1, 96),
      run('yes ', 1, 155),
      run('coach', 1, 183),
      run('segment', 2, 96),
      run('unch ', 2, 155),
      run('yes ', 2, 190),
      run('hire', 2, 218),
    ]);
    expect(placed).toContain('yes |coach @2:0');
    expect(placed).toContain('unch  @3:0');
    expect(placed).toContain('yes  @3:4');
  });

  it('tells a cell of two lines from the next that says the same on one', () => {
    const raw =
      '\u0003Who we compete with\n\u0010\u0012\u001cQu\n\u001cAns\u000bwer\n\u001cAnswer\n\u0012\u001cDoes it cover more than one city\n\u001cYes\n\u001cNot yet\n\u0011';
    const { placed } = align(raw, [
      run('Who we compete with', 0),
      run('Qu', 1, 103),
      run('Ans', 1, 311),
      run('Answer', 1, 519),
      run('wer', 2, 311),
      run('Does it cover more than one city', 3, 103),
      run('Yes', 3, 350),
      run('Not yet', 3, 519),
    ]);
    expect(placed).toContain('Answer @3:0');
    expect(placed).not.toContain('Ans @3:0');
  });

  it('forgets a place whose text has changed', () => {
    const { chains, text } = align('\u0003One line of some length here\nAnother line of it\n', [
      run('One line of some length here', 0),
      run('Another line of it', 1),
    ]);
    text.update('\u0003One word of some length here\nAnother line of it\n', { start: 5, removed: 4, inserted: 'word' });
    const again = new Aligner(new SqueezedTexts('exact')).align(chains, text.paragraphs);
    expect(again.map((chain) => chain.place !== null)).toEqual([false, true]);
  });
});
