import { describe, expect, test } from 'vitest';
import {
  type Annotations,
  agreement,
  annotatedDocuments,
  labelOf,
  readAnnotations,
} from '../../../lib/classifier/training/annotated.ts';
import type { LabelledDocument } from '../../../lib/classifier/training/corpus.ts';

const LINES = ['before', 'one', 'two', 'three', 'four'];
const ANNOTATIONS: Annotations = {
  text: '0123456789abcdef',
  windows: [{ line: 1, near: 'someone', labels: 'bets none? | - define' }],
  controls: [{ document: 'given', passage: 1, labels: 'design bets' }],
};

describe('labels of lines', () => {
  test('are those of their lines, and a stroke begins another document', () => {
    expect(
      annotatedDocuments(ANNOTATIONS, LINES).map(({ org, passages }) => [
        org,
        passages.map(({ text, stage, signal, sure }) => [text, stage, signal, sure]),
      ]),
    ).toEqual([
      [
        'someone',
        [
          ['one', 'strategy', 'bets', true],
          ['two', 'none', null, false],
        ],
      ],
      ['someone', [['four', 'execution', 'define', true]]],
    ]);
  });

  test('that the guide does not know are refused by name', () => {
    expect(() => labelOf('bet')).toThrow('Unknown label: bet');
  });

  test('all are known, twenty to a stretch, and no two stretches share a line', () => {
    const { annotations } = readAnnotations();
    let free = 0;
    for (const { line, labels } of annotations.windows) {
      const codes = labels.replaceAll(' | ', ' ').split(' ');
      expect(codes).toHaveLength(20);
      codes.forEach(labelOf);
      expect(line).toBeGreaterThanOrEqual(free);
      free = line + codes.length;
    }
    expect(annotations.windows.length).toBeGreaterThan(0);
  });

  test('agree with given ones where the stage is the same', () => {
    const passage = { kind: 'paragraph' as const, headings: [], text: 'some', signal: null };
    const given: LabelledDocument = {
      docId: 'given',
      title: '',
      docType: 'other',
      org: 'someone',
      passages: (['none', 'execution', 'organisation'] as const).map((stage, index) => ({ ...passage, index, stage })),
    };
    expect(agreement(ANNOTATIONS, [given])).toEqual({ passages: 2, sameStage: 1 });
  });
});
