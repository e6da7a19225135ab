import type { Move, PassageReport } from '../../lib/model/report.ts';
import { Button } from '../controls/Button.tsx';
import { Disclosure } from '../controls/Disclosure.tsx';
import { Icon } from '../design/Icon.tsx';
import { counted, sentence, useTranslate } from '../i18n/translate.ts';
import './moves.css';

export interface MovesProps {
  readonly moves: readonly Move[];
  readonly passages: readonly PassageReport[];
  readonly onJump: (passageId: string) => void;
}

/** What a document of this type must contain: what is missing with the place where it would fit, then what was found. */
export function Moves({ moves, passages, onJump }: MovesProps) {
  const translate = useTranslate();
  const missing = moves.filter((move) => !move.found);
  const found = moves.filter((move) => move.found);
  return (
    <div class="moves">
      {missing.length === 0 ? (
        <p class="soft">{translate('movesComplete')}</p>
      ) : (
        <ul>
          {missing.map((move) => (
            <MissingMove
              key={move.id}
              move={move}
              place={passages.find((passage) => passage.id === move.fitsAfter)}
              onJump={onJump}
            />
          ))}
        </ul>
      )}
      {found.length > 0 && (
        <Disclosure kind="inline" summary={counted(translate, 'movesFound', found.length)}>
          <ul>
            {found.map((move) => (
              <FoundMove key={move.id} move={move} onJump={onJump} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

interface MissingMoveProps {
  readonly move: Move;
  readonly place: PassageReport | undefined;
  readonly onJump: (passageId: string) => void;
}

function MissingMove({ move, place, onJump }: MissingMoveProps) {
  const translate = useTranslate();
  return (
    <li class="move">
      <span class="move-hole" aria-hidden="true" />
      <div class="move-text">
        <span>{sentence(translate, move.name)}</span>
        {place && <span class="faint one-line">{translate('moveFits', place.heading || place.excerpt)}</span>}
      </div>
      {place && (
        <Button
          kind="quiet"
          icon="arrow"
          label={translate('moveShowPlace', sentence(translate, move.name))}
          onClick={() => onJump(place.id)}
        />
      )}
    </li>
  );
}

function FoundMove({ move, onJump }: { readonly move: Move; readonly onJump: (passageId: string) => void }) {
  const translate = useTranslate();
  const first = move.passageIds[0];
  return (
    <li class="move">
      <Icon name="check" />
      <span class="move-text">{sentence(translate, move.name)}</span>
      {first !== undefined && (
        <Button
          kind="quiet"
          icon="arrow"
          label={translate('moveShow', sentence(translate, move.name))}
          onClick={() => onJump(first)}
        />
      )}
    </li>
  );
}
