import { describe, expect, it } from 'vitest';
import { PassageList } from '../../../components/passages/PassageList.tsx';
import { longReport, typicalReport } from './fixtures/reports.ts';
import { control, find, press, settled, show } from './mounting.tsx';

async function showList(passages = typicalReport.passages, active: string | null = null): Promise<string[]> {
  const asked: string[] = [];
  await show(<PassageList passages={passages} active={active} onJump={(id) => asked.push(id)} />);
  return asked;
}

describe('the passage list', () => {
  it('renders only what is in view of 2,000 passages, and says how many there are', async () => {
    await showList(longReport(2000).passages);
    const rows = document.querySelectorAll('[role=option]');
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('2000');
  });

  it('brings the last passage into view by End, and jumps there by Enter', async () => {
    const asked = await showList(longReport(2000).passages);
    const list = find('[role=listbox]');
    press(list, 'End');
    await settled();
    const current = list.getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(current)?.getAttribute('aria-posinset')).toBe('2000');
    press(list, 'Enter');
    expect(asked).toEqual(['p1999']);
  });

  it('jumps to the passage that is clicked', async () => {
    const asked = await showList();
    find('[data-index="2"]').click();
    expect(asked).toEqual(['p2']);
  });

  it('narrows to a stage and then to a signal', async () => {
    await showList();
    control('Strategy').click();
    await settled();
    expect(document.querySelectorAll('[role=option]')).toHaveLength(5);
    const select = find<HTMLSelectElement>('select');
    select.value = 'goals';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect(document.querySelectorAll('[role=option]')).toHaveLength(2);
    expect(find('[role=status]').textContent).toBe('2 passages shown');
  });

  it('marks and shows the passage the writer is in', async () => {
    await showList(longReport(2000).passages, 'p1500');
    await settled();
    expect(find('[aria-selected=true]').getAttribute('aria-posinset')).toBe('1501');
  });

  it('says which labels the writer set', async () => {
    await showList(typicalReport.passages.filter(({ by }) => by === 'writer'));
    expect(find('.passage-about').textContent).toContain('set by you');
  });
});
