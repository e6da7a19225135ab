import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import type { TabUpdate } from '../../../components/hooks/tab-client.ts';
import { PopupView } from '../../../components/popup/PopupView.tsx';
import { fixtureClient, TAB_FIXTURES } from './fixtures/tabs.ts';
import { control, find, press, settled, show } from './mounting.tsx';

async function showPopup(state: string): Promise<string[]> {
  const asked: string[] = [];
  const update = TAB_FIXTURES[state] ?? null;
  await show(
    <PopupView
      update={update}
      client={fixtureClient(update, (what) => asked.push(what))}
      commands={[]}
      onPage={(page) => asked.push(`page ${page}`)}
    />,
  );
  return asked;
}

describe('the popup', () => {
  it('tells what is new in one line, and no more once that is closed', async () => {
    let dismissed = 0;
    const news = {
      read: async () => ({ version: '9.1.0', notes: ['Everything is calmer.'] }),
      dismiss: async () => {
        dismissed++;
      },
    };
    const update = TAB_FIXTURES.typical ?? null;
    await show(
      <PopupView update={update} client={fixtureClient(update)} commands={[]} onPage={() => undefined} news={news} />,
    );
    await expect.poll(() => document.querySelector('.news')?.textContent).toContain('New in 9.1.0');
    expect(find<HTMLDetailsElement>('.news details').open).toBe(false);
    expect(find('.news-notes').textContent).toBe('Everything is calmer.');
    control('Close the news').click();
    await settled();
    expect(document.querySelector('.news')).toBeNull();
    expect(dismissed).toBe(1);
  });

  it('names type, mix with ranges, three steps and what is missing', async () => {
    await showPopup('typical');
    expect(find('.disclosure-chip summary').textContent).toContain('Strategy document');
    const rows = [...document.querySelectorAll('.mix-table tbody tr')].map((row) =>
      row.textContent?.replaceAll('\u00a0', ' '),
    );
    expect(rows).toEqual([
      'EExecution56 %above the usual 5–20 %',
      'SStrategy33 %below the usual 65–90 %',
      'OOrganisation11 %usual: 0–15 %',
    ]);
    expect(document.querySelectorAll('.report > .section .steps')[0]?.children).toHaveLength(3);
    expect(
      [...document.querySelectorAll('.moves > ul .move-text > :first-child')].map((move) => move.textContent),
    ).toEqual(['What you will not do', 'First actions for the bet', 'When you would stop']);
  });

  it('keeps what was chosen in place while older news still comes in', async () => {
    const update = TAB_FIXTURES.typical;
    if (!update?.ok) throw new Error('The fixture has no state.');
    const asked: string[] = [];
    const client = fixtureClient(update, (what) => asked.push(what));
    let tell: (next: TabUpdate) => void = () => undefined;
    function Live() {
      const [newest, setNewest] = useState<TabUpdate | null>(update ?? null);
      tell = setNewest;
      return <PopupView update={newest} client={client} commands={[]} onPage={() => undefined} />;
    }
    await show(<Live />);
    const none = find<HTMLInputElement>('.popup-foot input[value=none]');
    none.click();
    tell({ ok: true, state: { ...update.state, unplaced: 7 } });
    await settled();
    expect(none.checked).toBe(true);
    tell({ ok: true, state: { ...update.state, mode: 'none' } });
    await settled();
    expect(none.checked).toBe(true);
    tell({ ok: true, state: { ...update.state, mode: 'all' } });
    await settled();
    expect(none.checked).toBe(false);
    expect(asked).toEqual(['mode none']);
  });

  it('shows the sum behind the distance on demand', async () => {
    await showPopup('typical');
    control('points from the usual range').click();
    await settled();
    const sum = [...document.querySelectorAll('.distance-sum li')].map((item) => item.textContent);
    expect(sum).toEqual(['Execution 36 above', 'Strategy 32 below', 'Organisation within']);
  });

  it('jumps from a step to its passages, one after the other', async () => {
    const asked = await showPopup('typical');
    const step = control('Which of these seven lines');
    step.click();
    await settled();
    step.click();
    await settled();
    expect(asked).toEqual(['reveal s1 p3', 'reveal s1 p4']);
  });

  it('takes another type and gives it back', async () => {
    const asked = await showPopup('typical');
    control('Executive update').click();
    expect(asked).toEqual(['type s1 update']);
    const again = await showPopup('long');
    control('Detect it again').click();
    expect(again).toEqual(['type s1 null']);
  });

  it('switches off here, everywhere, and for an hour', async () => {
    const asked = await showPopup('typical');
    control('This document').click();
    control('Everywhere').click();
    control('Pause for an hour').click();
    expect(asked).toEqual(['switch document false', 'switch everywhere false', 'snooze 60']);
  });

  it('reads one stage only by one click', async () => {
    const asked = await showPopup('typical');
    control('Strategy only').click();
    expect(asked).toEqual(['mode strategy']);
  });

  it('offers to reload a tab that was open before', async () => {
    const asked = await showPopup('needs-reload');
    control('Reload this tab').click();
    expect(asked).toEqual(['reload']);
  });

  it('offers the checker where there is no document', async () => {
    const asked = await showPopup('no-document');
    control('Open the checker').click();
    expect(asked).toEqual(['page checker']);
  });

  it('can be wakened while it is paused', async () => {
    const asked = await showPopup('snoozed');
    control('End the pause').click();
    expect(asked).toEqual(['snooze 0']);
  });

  it('shows the peek first where a page shows two documents, and the page on demand', async () => {
    await showPopup('two-documents');
    expect(find('h1').textContent).toBe('Reminders');
    control('Page').click();
    await settled();
    expect(find('h1').textContent).toContain('Scheduling for small clinics');
  });

  it('says why a passage cannot be shown', async () => {
    const update = TAB_FIXTURES.typical ?? null;
    await show(
      <PopupView
        update={update}
        client={{ ...fixtureClient(update), reveal: async () => 'gone' }}
        commands={[]}
        onPage={() => undefined}
      />,
    );
    control('Which clinics').click();
    await settled();
    expect(find('.popup-said').textContent).toBe('That passage is no longer in the document.');
  });
});

describe('the altitude strip', () => {
  it('is a slider that says each passage, and jumps on Enter', async () => {
    const asked = await showPopup('typical');
    const strip = find('[role=slider]');
    press(strip, 'ArrowRight');
    await settled();
    expect(strip.getAttribute('aria-valuenow')).toBe('2');
    expect(strip.getAttribute('aria-valuetext')).toMatch(/^2 of 18: Strategy · Market\. Clinics with two/);
    press(strip, '3');
    await settled();
    press(strip, 'Enter');
    await settled();
    expect(asked).toEqual(['reveal s1 p15']);
  });

  it('jumps to the cell that is clicked', async () => {
    const asked = await showPopup('typical');
    const box = find('[role=slider]').getBoundingClientRect();
    // The strip of a short document has room for 28 cells.
    const clientX = box.left + (box.width * 3.5) / 28;
    find('[role=slider]').dispatchEvent(new MouseEvent('click', { bubbles: true, clientX, clientY: box.top + 5 }));
    expect(asked).toEqual(['reveal s1 p3']);
  });
});
