import { describe, expect, it } from 'vitest';
import { canToggle, roleOf } from '../../../lib/hosts/notion/block-types.ts';

describe('role of a block', () => {
  it.each([
    ['header', 'heading', 1],
    ['sub_header', 'heading', 2],
    ['sub_sub_header', 'heading', 3],
    ['header_4', 'heading', 4],
    ['text', 'paragraph', 0],
    ['callout', 'paragraph', 0],
    ['to_do', 'list-item', 0],
    ['quote', 'quote', 0],
    ['table', 'table-cell', 0],
  ])('%s is read as %s', (type, kind, level) => {
    expect(roleOf(type)).toMatchObject({ kind, level });
  });

  it.each(['code', 'equation', 'table_of_contents', 'breadcrumb', 'bookmark', 'file', 'collection_view'])(
    '%s is no prose',
    (type) => {
      expect(roleOf(type).kind).toBeNull();
    },
  );

  it('of an unknown new type is a paragraph, so that its leaves are read', () => {
    expect(roleOf('meeting_notes').kind).toBe('paragraph');
    expect(roleOf(null).kind).toBe('paragraph');
  });
});

describe('toggles', () => {
  it('are toggle blocks and headings only', () => {
    expect(['toggle', 'header', 'sub_header', 'text', 'image'].map(canToggle)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
