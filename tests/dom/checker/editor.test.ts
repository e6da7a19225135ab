import { TextSelection } from 'prosemirror-state';
import { afterEach, describe, expect, it } from 'vitest';
import { type CheckerEditor, createCheckerEditor } from '../../../lib/hosts/checker/editor.ts';
import type { Block } from '../../../lib/model/document.ts';
import { blocksFromMarkdown } from '../../../lib/text/markdown.ts';

const DOCUMENT =
  '# Clinics\n\n## Goals\n\nFirst paragraph.\n\n- One\n- Two\n  - Inner\n\n> Quoted.\n\nLast paragraph.\n';

const editors: CheckerEditor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
  document.body.replaceChildren();
});

function open(markdown = DOCUMENT): CheckerEditor {
  const place = document.body.appendChild(document.createElement('div'));
  const editor = createCheckerEditor(place, { name: 'Your document' });
  editors.push(editor);
  editor.load(blocksFromMarkdown(markdown).blocks);
  return editor;
}

/** Kinds, levels and texts, without ids. */
function outline(blocks: readonly Block[]): string[] {
  return blocks.map(({ kind, level, text }) => `${kind} ${level} ${text}`);
}

/** Puts the caret at an offset of the block that holds `text` and types. */
function typeAt(editor: CheckerEditor, text: string, offset: number, typed: string): void {
  const { blocks, nodes } = editor.reading();
  const pos = nodes[blocks.findIndex((block) => block.text === text)]?.pos;
  if (pos === undefined) throw new Error(`No block holds ${text}`);
  const { view } = editor;
  view.dispatch(view.state.tr.insertText(typed, pos + 1 + offset));
}

/** Pastes as the browser would, with HTML and text on the clipboard. */
function paste(editor: CheckerEditor, html: string, text = ''): void {
  const clipboardData = new DataTransfer();
  if (html !== '') clipboardData.setData('text/html', html);
  clipboardData.setData('text/plain', text || 'x');
  editor.view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

describe('reading the editor', () => {
  it('gives back the blocks that were loaded', () => {
    const editor = open();
    expect(outline(editor.reading().blocks)).toEqual([
      'title 0 Clinics',
      'heading 2 Goals',
      'paragraph 0 First paragraph.',
      'list-item 0 One',
      'list-item 0 Two',
      'list-item 1 Inner',
      'quote 0 Quoted.',
      'paragraph 0 Last paragraph.',
    ]);
  });

  it('is the same object while nothing changed', () => {
    const editor = open();
    expect(editor.reading()).toBe(editor.reading());
  });

  it('keeps the ids of all blocks while one is typed in', () => {
    const editor = open();
    const before = editor.reading().blocks.map(({ id }) => id);
    typeAt(editor, 'First paragraph.', 5, ' new');
    expect(editor.reading().blocks.map(({ id }) => id)).toEqual(before);
    expect(outline(editor.reading().blocks)).toContain('paragraph 0 First new paragraph.');
  });

  it('gives a paragraph that is split off an id of its own, and leaves the others theirs', () => {
    const editor = open();
    const before = editor.reading().blocks;
    const at = editor.reading().nodes[2]?.pos ?? 0;
    editor.view.dispatch(editor.view.state.tr.split(at + 1 + 5));
    const after = editor.reading().blocks;
    expect(after).toHaveLength(before.length + 1);
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
    expect(after.slice(4).map(({ id }) => id)).toEqual(before.slice(3).map(({ id }) => id));
    expect(after[2]?.id).toBe(before[2]?.id);
  });

  it('counts a line break as one character, so that offsets stay right', () => {
    const editor = open();
    const { nodes } = editor.reading();
    const pos = (nodes[2]?.pos ?? 0) + 1;
    const { view } = editor;
    const hardBreak = view.state.schema.nodes.hard_break;
    if (hardBreak === undefined) throw new Error('No line break');
    view.dispatch(view.state.tr.insert(pos + 5, hardBreak.create()));
    expect(editor.reading().blocks[2]?.text).toBe('First\n paragraph.');
  });
});

describe('pasting', () => {
  const empty = () => {
    const editor = open('');
    editor.view.dispatch(editor.view.state.tr.setSelection(TextSelection.atStart(editor.view.state.doc)));
    editor.view.focus();
    return editor;
  };

  it('keeps headings and nested lists of Google Docs, whose bold wrapper is not bold', () => {
    const editor = empty();
    paste(
      editor,
      '<b style="font-weight:normal" id="docs-internal-guid-1"><h1 dir="ltr"><span>Plan</span></h1><p dir="ltr"><span>We begin.</span></p><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li><ul><li aria-level="2"><p role="presentation"><span>Inner</span></p></li></ul><li aria-level="1"><p role="presentation"><span>Two</span></p></li></ul></b>',
    );
    expect(outline(editor.reading().blocks)).toEqual([
      'title 0 Plan',
      'paragraph 0 We begin.',
      'list-item 0 One',
      'list-item 1 Inner',
      'list-item 0 Two',
    ]);
    expect(editor.view.dom.querySelector('strong')).toBeNull();
  });

  it('keeps headings, quotes and lists of Notion', () => {
    const editor = empty();
    paste(
      editor,
      '<meta charset="utf-8"><h1>Plan</h1><h2>Goals</h2><blockquote>Said.</blockquote><ol><li>First</li><li>Second</li></ol><p>End.</p>',
    );
    expect(outline(editor.reading().blocks)).toEqual([
      'title 0 Plan',
      'heading 2 Goals',
      'quote 0 Said.',
      'list-item 0 First',
      'list-item 0 Second',
      'paragraph 0 End.',
    ]);
    expect(editor.view.dom.querySelectorAll('ol > li')).toHaveLength(2);
  });

  it('turns the list paragraphs of Word into lists, without their bullets as text', () => {
    const editor = empty();
    const item = (level: number, text: string) =>
      `<p class="MsoListParagraphCxSpMiddle" style="mso-list:l0 level${level} lfo1"><!--[if !supportLists]--><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><!--[endif]-->${text}</p>`;
    paste(
      editor,
      `<html><body><p class="MsoTitle">Plan</p><h2>Goals</h2><p class="MsoNormal">We begin.</p>${item(1, 'One')}${item(2, 'Inner')}${item(1, 'Two')}<p class="MsoNormal">End.</p></body></html>`,
    );
    expect(outline(editor.reading().blocks)).toEqual([
      'title 0 Plan',
      'heading 2 Goals',
      'paragraph 0 We begin.',
      'list-item 0 One',
      'list-item 1 Inner',
      'list-item 0 Two',
      'paragraph 0 End.',
    ]);
  });

  it('reads text without HTML as Markdown', () => {
    const editor = empty();
    paste(editor, '', '# Plan\n\n- One\n- Two\n');
    expect(outline(editor.reading().blocks)).toEqual(['title 0 Plan', 'list-item 0 One', 'list-item 0 Two']);
  });

  it('drops pictures and scripts and keeps table cells', () => {
    const editor = empty();
    paste(
      editor,
      '<table><tr><td>R1</td><td>Must <img src="https://example.com/a.png" onerror="window.hacked=1"></td></tr></table><script>window.hacked=1</script><p>End.</p>',
    );
    expect(outline(editor.reading().blocks)).toEqual(['table-cell 0 R1', 'table-cell 0 Must', 'paragraph 0 End.']);
    expect(editor.view.dom.querySelector('img, script')).toBeNull();
    expect('hacked' in window).toBe(false);
  });
});
