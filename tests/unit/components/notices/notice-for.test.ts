import { describe, expect, it } from 'vitest';
import { NOTICES, noticeFor } from '../../../../components/notices/notice-for.ts';
import { TAB_FIXTURES } from '../../../dom/components/fixtures/tabs.ts';

function notice(name: string) {
  const update = TAB_FIXTURES[name];
  if (update === undefined) throw new RangeError(`No fixture ${name}`);
  return noticeFor(update, update?.ok ? update.state.surfaces[0] : undefined);
}

describe('what stands in the way of a report', () => {
  it.each(['typical', 'fitting', 'long', 'two-documents', 'reading-limited'])('nothing in a %s document', (name) => {
    expect(notice(name)).toBeNull();
  });

  it.each([
    ['loading', 'loading'],
    ['reading', 'reading'],
    ['waiting', 'waiting'],
    ['empty', 'empty'],
    ['too-short', 'too-short'],
    ['not-english', 'not-english'],
    ['no-document', 'no-document'],
    ['needs-reload', 'needs-reload'],
    ['unreadable', 'unreadable'],
    ['off-document', 'off'],
    ['snoozed', 'off'],
    ['managed', 'off'],
    ['unreachable', 'unreachable'],
    ['failed', 'failed'],
  ])('%s: %s', (name, id) => {
    expect(notice(name)).toBe(id);
  });

  it('has a fixture for every notice', () => {
    const shown = new Set(Object.keys(TAB_FIXTURES).map(notice));
    expect(NOTICES.filter((id) => !shown.has(id))).toEqual([]);
  });
});
