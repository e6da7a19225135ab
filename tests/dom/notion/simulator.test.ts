import { afterEach, describe, expect, it } from 'vitest';
import { marksOutside } from '../../simulators/notion/truth.ts';
import { microtasks, type StagedPage, stagePage } from './stage.ts';

/** The simulated editor has to notice what a careless extension would do: otherwise its zeros prove nothing. */
let staged: StagedPage;
afterEach(() => {
  staged.remove();
  CSS.highlights.clear();
});

function leaf(): HTMLElement {
  staged = stagePage('');
  const found = staged.main().content?.querySelector<HTMLElement>('.notion-text-block [data-content-editable-leaf]');
  if (found == null) throw new Error('No line');
  return found;
}

describe('the lock of the simulated editor', () => {
  it.each<[string, (line: HTMLElement) => void]>([
    ['an attribute', (line) => line.setAttribute('data-mark', 'strategy')],
    ['a class', (line) => line.classList.add('mark')],
    ['a style', (line) => line.style.setProperty('background', 'red')],
    ['another text', (line) => Object.assign(line.firstChild ?? {}, { nodeValue: 'Other words' })],
    ['a new element', (line) => line.append(document.createElement('mark'))],
    ['a word in a wrapper', wrapFirstWord],
    ['a line taken away', (line) => line.remove()],
  ])('undoes %s and counts it', async (_name, change) => {
    const line = leaf();
    const content = staged.main().content;
    const before = content?.innerHTML;
    change(line);
    await microtasks();
    expect(staged.violations.violations).toBeGreaterThan(0);
    expect(content?.textContent).toBe(new DOMParser().parseFromString(before ?? '', 'text/html').body.textContent);
    expect(content?.querySelector('mark, .mark, [data-mark]')).toBeNull();
  });

  it('leaves alone what the editor itself writes, and the element of the whole editor', async () => {
    const line = leaf();
    staged.main().write(() => line.classList.add('own'));
    staged.main().root.setAttribute('data-state', 'on');
    await microtasks();
    expect(staged.violations.violations).toBe(0);
    expect(line.classList.contains('own')).toBe(true);
  });
});

describe('the count of marks outside the document', () => {
  it.each([
    ['the title', 'h1', true],
    ['a property', '[data-testid="property-value"]', true],
    ['a comment that is being written', '.discussion-input-text-block', true],
    ['a card of a database', '.notion-collection-item [data-content-editable-leaf]', true],
    ['code', '.notion-code-block [data-content-editable-leaf]', true],
    ['a line of prose', '.notion-quote-block [data-content-editable-leaf]', false],
  ])('tells whether %s counts', (_name, selector, outside) => {
    leaf();
    const element = staged.main().root.querySelector(selector);
    if (element === null) throw new Error(`Nothing matches ${selector}`);
    const range = document.createRange();
    range.selectNodeContents(element);
    CSS.highlights.set('stagemark-strategy', new Highlight(range));
    expect(marksOutside([staged.main()], 'stagemark').length > 0).toBe(outside);
  });
});

function wrapFirstWord(line: HTMLElement): void {
  const range = document.createRange();
  if (!(line.firstChild instanceof Text)) throw new Error('No text');
  range.setStart(line.firstChild, 0);
  range.setEnd(line.firstChild, 3);
  range.surroundContents(document.createElement('mark'));
}
