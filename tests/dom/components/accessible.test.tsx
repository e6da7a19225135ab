import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { SURFACES } from '../../prove/gallery/surfaces.tsx';
import { show } from './mounting.tsx';

const cases = Object.entries(SURFACES).flatMap(([surface, views]) =>
  Object.entries(views).map(([state, view]) => [surface, state, view] as const),
);

describe('every surface in every state', () => {
  it.each(cases)('%s, %s: axe finds nothing', async (_surface, _state, view) => {
    await show(view());
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
    expect(found).toEqual([]);
  });
});
