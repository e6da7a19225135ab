import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderCard } from '../../../components/card/render.tsx';
import { CARD_CSS } from '../../../components/card/sheet.ts';
import { formatShare } from '../../../components/i18n/translate.ts';
import { createCardHost } from '../../../lib/marks/card-host.ts';
import { CARD_GAP_PX, putCard } from '../../../lib/marks/card-place.ts';
import type { PassageDetail } from '../../../lib/model/detail.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

const translate = (key: string, ...values: readonly string[]) =>
  (messages as Record<string, { message: string }>)[key]?.message.replace(
    /\$(\d)/g,
    (_, n) => values[Number(n) - 1] ?? '',
  ) ?? key;

const detail: PassageDetail = {
  surfaceId: 's',
  passageId: 'p',
  verdict: {
    label: 'strategy',
    confidence: 0.82,
    probabilities: [0.12, 0.82, 0.01, 0.05],
    signal: 'bets',
    signalConfidence: 0.7,
    runnerUp: 'execution',
    by: 'model',
  },
  explanation: {
    label: 'strategy',
    score: 2,
    evidence: [
      { source: 'phrase', text: 'rather than', weight: 1.4, spans: [[4, 15]] },
      { source: 'heading', text: 'strategy', weight: 0.9, spans: [] },
      { source: 'word', text: 'sprint', weight: -0.4, spans: [[20, 26]] },
    ],
    runnerUp: 'execution',
    runnerUpScore: 0.3,
    against: [{ source: 'word', text: 'sprint', weight: 0.4, spans: [[20, 26]] }],
    runnerUpSentences: [],
  },
  quotes: ['rather than', '', 'sprint'],
  againstQuotes: ['sprint'],
  todo: { key: 'cardTitle', values: [] },
  undoable: true,
};

let stop: AbortController;
const actions = { relabel: vi.fn(), relabelPhrase: vi.fn(), undo: vi.fn(), close: vi.fn() };

function dressed() {
  const host = createCardHost(document, stop.signal);
  host.dress({ css: CARD_CSS, gapPx: CARD_GAP_PX, put: putCard });
  return host;
}

function open(keyboard = false) {
  const host = dressed();
  host.open(new DOMRectReadOnly(100, 100, 200, 20));
  renderCard(host.root, 'light', { detail, keyboard, actions }, translate);
  host.place();
  if (keyboard) host.takeKeyboard();
  return host;
}

function button(host: { root: HTMLElement }, text: string): HTMLButtonElement {
  const found = [...host.root.querySelectorAll('button')].find((each) => each.textContent?.includes(text));
  if (found === undefined) throw new Error(`No button ${text}`);
  return found;
}

async function clickAt(element: Element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true, cancelable: true };
  const target = document.elementFromPoint(at.clientX, at.clientY);
  target?.dispatchEvent(new PointerEvent('pointerdown', at));
  target?.dispatchEvent(new MouseEvent('click', { ...at, detail: 1 }));
}

beforeEach(() => {
  stop = new AbortController();
  document.body.innerHTML = '<main><input id="editor" aria-label="Editor" /></main>';
});
afterEach(() => {
  stop.abort();
  vi.clearAllMocks();
});

describe('the card', () => {
  describe('beside its passage', () => {
    const at = (top: number, height = 20) => new DOMRectReadOnly(40, top, 300, height);
    function shown(line: DOMRectReadOnly, passage?: DOMRectReadOnly): DOMRect {
      const host = dressed();
      host.open(line, passage);
      renderCard(host.root, 'light', { detail, keyboard: false, actions }, translate);
      host.place();
      return host.root.getBoundingClientRect();
    }

    test.each([0, 0.2, 0.4, 0.6, 0.8, 1])('never covers the line, wherever that is in the window: %s', (share) => {
      const line = at(share * (innerHeight - 20));
      const { top, bottom } = shown(line);
      expect(top >= line.bottom || bottom <= line.top).toBe(true);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(innerHeight);
    });

    test('stands clear of all of a short passage', () => {
      const passage = at(200, 80);
      expect(shown(at(220), passage).top).toBeGreaterThanOrEqual(passage.bottom);
      const low = at(innerHeight - 100, 80);
      expect(shown(at(innerHeight - 60), low).bottom).toBeLessThanOrEqual(low.top);
    });

    test('stays by the line of a long passage', () => {
      const line = at(100);
      expect(shown(line, at(90, 500)).top - line.bottom).toBeLessThan(20);
    });

    test('scrolls where neither side of the line has room for all of it', () => {
      const line = at(150, innerHeight - 300);
      const { top, bottom, height } = shown(line);
      expect(top >= line.bottom || bottom <= line.top).toBe(true);
      expect(height).toBeLessThan(150);
    });
  });

  test('says stage, signal, how sure, what voted, the runner-up and what to do', () => {
    const text = open().root.textContent ?? '';
    for (const part of [
      'Strategy',
      'Quite sure',
      formatShare(0.82),
      'rather than',
      'The heading above',
      'Execution',
      formatShare(0.12),
      'sprint',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('has no accessibility violation in light or dark', async () => {
    const host = open(true);
    for (const theme of ['light', 'dark'] as const) {
      renderCard(host.root, theme, { detail, keyboard: true, actions }, translate);
      const visible = host.root.cloneNode(true) as HTMLElement;
      const style = document.createElement('style');
      style.textContent = CARD_CSS;
      document.body.append(style, visible);
      const { violations } = await axe.run(visible);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      visible.remove();
      style.remove();
    }
  });

  test('stands outside the page body in a closed shadow root', () => {
    open();
    const element = document.querySelector('stagemark-card');
    expect(element?.parentElement).toBe(document.documentElement);
    expect(element?.shadowRoot).toBeNull();
  });

  test('opens and takes a click without moving the focus', async () => {
    const editor = document.querySelector<HTMLInputElement>('#editor');
    editor?.focus();
    const host = open();
    await clickAt(button(host, 'Organisation'));
    expect(document.activeElement).toBe(editor);
    expect(actions.relabel).toHaveBeenCalledExactlyOnceWith('organisation');
  });

  test.each([
    ['1', 'execution'],
    ['2', 'strategy'],
    ['3', 'organisation'],
    ['0', 'none'],
  ])('relabels with %s as %s while it has the keyboard', async (key, label) => {
    open(true);
    await userEvent.keyboard(key);
    expect(actions.relabel).toHaveBeenCalledExactlyOnceWith(label);
  });

  test('leaves the keys to the editor while it does not have the keyboard', async () => {
    const editor = document.querySelector<HTMLInputElement>('#editor');
    editor?.focus();
    open();
    await userEvent.keyboard('1');
    expect(actions.relabel).not.toHaveBeenCalled();
    expect(editor?.value).toBe('1');
  });

  test('undoes with U and closes with Escape', async () => {
    open(true);
    await userEvent.keyboard('u');
    await userEvent.keyboard('{Escape}');
    expect(actions.undo).toHaveBeenCalledOnce();
    expect(actions.close).toHaveBeenCalledOnce();
  });

  test('keeps its keys from the page, also from listeners on window', async () => {
    const host = dressed();
    const seen = vi.fn((event: Event) => event.preventDefault());
    window.addEventListener('keydown', seen, { capture: true, signal: stop.signal });
    host.open(new DOMRectReadOnly(0, 0, 10, 10));
    renderCard(host.root, 'light', { detail, keyboard: true, actions }, translate);
    host.takeKeyboard();
    await userEvent.keyboard('3');
    expect(seen).not.toHaveBeenCalled();
    expect(actions.relabel).toHaveBeenCalledExactlyOnceWith('organisation');
  });

  test('gives the keyboard back to where it was', () => {
    const editor = document.querySelector<HTMLInputElement>('#editor');
    editor?.focus();
    const host = open(true);
    expect(host.hasKeyboard()).toBe(true);
    host.giveKeyboardBack();
    expect(document.activeElement).toBe(editor);
  });

  test('works its buttons by keyboard', async () => {
    const host = open(true);
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(() => host.root.querySelector('.from-now-on legend')?.textContent).toContain('rather than');
  });

  test('gives a phrase one sense from now on', async () => {
    const host = open();
    await clickAt(button(host, 'rather than'));
    await expect.poll(() => host.root.querySelector('.from-now-on')).not.toBeNull();
    const choices = [...host.root.querySelectorAll('.from-now-on button')];
    host.place();
    await clickAt(choices[2] as Element);
    expect(actions.relabelPhrase).toHaveBeenCalledExactlyOnceWith('rather than', 'organisation');
  });

  test('stays inside the window beside a passage at its edge', () => {
    const host = dressed();
    host.open(new DOMRectReadOnly(window.innerWidth - 5, window.innerHeight - 5, 4, 4));
    renderCard(host.root, 'light', { detail, keyboard: false, actions }, translate);
    host.place();
    const { right, bottom, top, left } = host.root.getBoundingClientRect();
    expect(right).toBeLessThanOrEqual(window.innerWidth);
    expect(bottom).toBeLessThanOrEqual(window.innerHeight);
    expect(Math.min(top, left)).toBeGreaterThanOrEqual(0);
  });

  test('shows the words of a hostile passage as text', () => {
    const host = dressed();
    host.open(new DOMRectReadOnly(0, 0, 10, 10));
    const hostile = { ...detail, quotes: ['<img src=x onerror=alert(1)>', '', ''] };
    renderCard(host.root, 'light', { detail: hostile, keyboard: false, actions }, translate);
    expect(host.root.querySelector('img')).toBeNull();
    expect(host.root.textContent).toContain('<img src=x');
  });

  test('leaves nothing in the page when its signal aborts', () => {
    open();
    stop.abort();
    expect(document.querySelector('stagemark-card')).toBeNull();
  });
});
