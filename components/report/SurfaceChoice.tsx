import type { SurfaceState } from '../../lib/model/tab.ts';
import { Choice } from '../controls/Choice.tsx';
import { useTranslate } from '../i18n/translate.ts';

export interface SurfaceChoiceProps {
  readonly surfaces: readonly SurfaceState[];
  readonly value: string | undefined;
  readonly onChange: (surfaceId: string) => void;
}

/** Which document is meant where a page shows two (a page and a peek over it). Nothing where there is one. */
export function SurfaceChoice({ surfaces, value, onChange }: SurfaceChoiceProps) {
  const translate = useTranslate();
  if (surfaces.length < 2) return null;
  return (
    <Choice
      legend={translate('surfaceLegend')}
      hideLegend
      value={value ?? null}
      options={surfaces.map((surface) => ({
        value: surface.id,
        name: translate(surface.kind === 'peek' ? 'surfacePeek' : 'surfacePage'),
      }))}
      onChange={onChange}
    />
  );
}
