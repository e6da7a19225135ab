import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../components/hooks/settings-client.ts';
import { OptionsView } from '../../../components/options/OptionsView.tsx';
import { EXPECTED_RANGES } from '../../../lib/review/expected-ranges.ts';
import { fixtureSettingsClient, freshSettings, managedSettings, usedSettings } from './fixtures/settings.ts';
import { control, find, settled, show } from './mounting.tsx';

async function showOptions(settings: Settings) {
  const asked: string[] = [];
  const saved: string[] = [];
  await show(
    <OptionsView
      settings={settings}
      client={fixtureSettingsClient(settings, (what) => asked.push(what))}
      onSaveFile={(name) => saved.push(name)}
    />,
  );
  return { asked, saved };
}

function change(element: HTMLInputElement | HTMLSelectElement, value: string): void {
  element.value = value;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the options page', () => {
  it('keeps level and aim, and gives them up again', async () => {
    const { asked } = await showOptions(freshSettings);
    const [level, aim] = [...document.querySelectorAll<HTMLSelectElement>('select')];
    if (level === undefined || aim === undefined) throw new Error('No level or aim');
    change(level, 'pm');
    change(aim, 'senior');
    change(level, '');
    expect(asked).toEqual(['prefer {"level":"pm"}', 'prefer {"aim":"senior"}', 'prefer {}']);
  });

  it('switches a site off, and cannot where an administrator did', async () => {
    const { asked } = await showOptions(freshSettings);
    control('Notion').click();
    expect(asked).toEqual(['site notion false']);
    await showOptions(managedSettings);
    expect((control('Notion') as HTMLInputElement).disabled).toBe(true);
  });

  it('lists single documents that are off, newest first, and reads them again', async () => {
    const { asked } = await showOptions(usedSettings);
    const listed = [...document.querySelectorAll('.options-off-name')].map((item) => item.textContent);
    expect(listed).toHaveLength(2);
    expect(listed[0]).toMatch(/^Strategy document, switched off on 1[01] Apr 2026/);
    control('Read again: Strategy document').click();
    control('Read all of them again').click();
    expect(asked).toEqual(['read again d2', 'read again d2,d1']);
  });

  it('says until when there is silence, and ends it', async () => {
    const { asked } = await showOptions(usedSettings);
    expect(find('.options-snooze').textContent).toContain('Silent everywhere until');
    control('End the pause').click();
    expect(asked).toEqual(['wake']);
    await showOptions(freshSettings);
    expect(document.querySelector('.options-snooze')).toBeNull();
  });

  it('says what could not be read', async () => {
    await showOptions(managedSettings);
    expect(find('.notice').textContent).toContain('corrections');
  });

  it('takes a correction back and undoes that', async () => {
    const { asked } = await showOptions(usedSettings);
    control('Take back').click();
    await settled();
    control('Undo the last change').click();
    await settled();
    expect(asked).toEqual(['relabel passage null', 'restore passage']);
  });

  it('adds a word once, at its place, and removes it', async () => {
    const { asked } = await showOptions(usedSettings);
    const input = find<HTMLInputElement>('.options-add input');
    change(input, '  Growth   Board ');
    await settled();
    find<HTMLFormElement>('.options-add').requestSubmit();
    await settled();
    expect(asked[0]).toContain('["Growth Board","Hiring Hub","Launchpad"');
    change(input, 'launchpad');
    await settled();
    find<HTMLFormElement>('.options-add').requestSubmit();
    await settled();
    expect(asked).toHaveLength(1);
    control('Remove “Launchpad”').click();
    expect(asked[1]).not.toContain('Launchpad');
  });

  it('changes a bound of a range and refuses what is no share', async () => {
    const { asked } = await showOptions(freshSettings);
    const { low, high } = EXPECTED_RANGES.strategy.range.strategy;
    const input = control('Strategy, from') as HTMLInputElement;
    change(input, '12');
    expect(asked[0]).toContain(`"strategy":{"low":0.12,"high":${high}}`);
    change(input, '140');
    expect(asked).toHaveLength(1);
    expect(input.value).toBe(String(Math.round(low * 100)));
  });

  it('asks before it forgets everything', async () => {
    const { asked } = await showOptions(usedSettings);
    control('Forget everything').click();
    await settled();
    expect(asked).toEqual([]);
    control('Yes, forget').click();
    await settled();
    expect(asked).toEqual(['reset']);
  });

  it('exports everything and corrections as files', async () => {
    const { saved } = await showOptions(usedSettings);
    control('Export everything').click();
    control('Export 24 corrections').click();
    await settled();
    expect(saved.sort()).toEqual(['stagemark-corrections.json', 'stagemark-settings.json']);
  });

  const PACK_INPUT = 'input[aria-label="Add a pack from a file"]';
  function drop(selector: string, text: string, name: string): void {
    const input = find<HTMLInputElement>(selector);
    const files = new DataTransfer();
    files.items.add(new File([text], name));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  it('takes a rule pack from a file and undoes that', async () => {
    const { asked } = await showOptions(usedSettings);
    drop(PACK_INPUT, '{}', 'acme.json');
    await expect.poll(() => document.body.textContent).toContain('“Acme” is in use now.');
    control('Undo the last change').click();
    await settled();
    expect(asked).toEqual(['add pack', 'remove pack Acme']);
  });

  it('says what has to be mended in a rule pack, and takes nothing of it', async () => {
    const { asked } = await showOptions(usedSettings);
    drop(PACK_INPUT, 'bad', 'acme.json');
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('not JSON');
    expect(find('[role=alert]').textContent).toContain('Nothing was taken from “acme.json”');
    expect(asked).toEqual([]);
  });

  it('switches a rule pack off, saves it, removes it and puts it back', async () => {
    const { asked, saved } = await showOptions(usedSettings);
    control('Acme').click();
    control('Save “Acme” as a file').click();
    control('Save an example').click();
    control('Remove “Acme”').click();
    await settled();
    control('Undo the last change').click();
    await settled();
    expect(asked).toEqual(['keep pack Acme false', 'remove pack Acme', 'keep pack Acme true']);
    expect(saved).toEqual(['stagemark-pack-acme.json', 'stagemark-pack-example.json']);
  });

  it('says in one sentence why a file was not imported', async () => {
    await showOptions(freshSettings);
    drop('input[aria-label="Import a file"]', 'bad', 'holiday.json');
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('is not a Stagemark export');
  });
});
