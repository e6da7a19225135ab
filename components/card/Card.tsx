import { useState } from 'preact/hooks';
import { PALETTE } from '../../lib/marks/palette.ts';
import type { PassageDetail } from '../../lib/model/detail.ts';
import { LABELS, type Label } from '../../lib/model/stage.ts';
import { LABEL_NAMES, SIGNAL_NAMES } from '../i18n/names.ts';
import { formatShare, sentence, useTranslate } from '../i18n/translate.ts';
import { howSure } from './how-sure.ts';
import { type Vote, votesOf, wordsAgainst } from './votes.ts';

export interface CardActions {
  /** The writer's label for this passage. */
  relabel(label: Label): void;
  /** A phrase has this sense from now on. */
  relabelPhrase(phrase: string, label: Label): void;
  undo(): void;
  close(): void;
}

export interface CardProps {
  readonly detail: PassageDetail;
  /** Whether it was opened by key: then it says its keys. */
  readonly keyboard: boolean;
  readonly actions: CardActions;
}

/** Keys that relabel, as the popup and the options say them. */
const KEYS: Readonly<Record<Label, string>> = { execution: '1', strategy: '2', organisation: '3', none: '0' };
const CONTEXT_WORDS = {
  word: 'cardVoteWord',
  phrase: 'cardVoteWord',
  rule: 'cardVoteRule',
  grammar: 'cardVoteRule',
  heading: 'cardVoteHeading',
  title: 'cardVoteTitle',
  kind: 'cardVoteKind',
  position: 'cardVotePosition',
  neighbours: 'cardVoteNeighbours',
  section: 'cardVoteSection',
  document: 'cardVoteDocument',
  correction: 'cardVoteCorrection',
  pack: 'cardVoteWord',
  base: 'cardVoteRule',
} as const;

/** Why a passage has its stage, and what the writer can do about it. Keys: 1, 2, 3, 0 relabel, U undoes, Escape closes. */
export function Card({ detail, keyboard, actions }: CardProps) {
  const translate = useTranslate();
  const [phrase, setPhrase] = useState<string | null>(null);
  const { verdict, explanation } = detail;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const label = LABELS.find((each) => KEYS[each] === event.key);
    if (label !== undefined) actions.relabel(label);
    else if (event.key === 'Escape') actions.close();
    else if (event.key.toLowerCase() === 'u' && detail.undoable) actions.undo();
    else return;
    event.preventDefault();
  };
  const votes = votesOf(detail);
  const against = wordsAgainst(detail);
  const runnerUp = translate(LABEL_NAMES[explanation.runnerUp]);
  const runnerUpShare = verdict.probabilities[LABELS.indexOf(explanation.runnerUp)] ?? 0;
  return (
    <section
      class="card"
      role="dialog"
      tabIndex={-1}
      aria-label={translate('cardTitle')}
      data-stage={verdict.label}
      onKeyDown={onKeyDown}
    >
      <header class="head">
        <StageSign label={verdict.label} />
        <h2 class="name">
          {translate(LABEL_NAMES[verdict.label])}
          {verdict.signal !== null && <span class="signal"> · {translate(SIGNAL_NAMES[verdict.signal])}</span>}
        </h2>
        <p class="sure">
          {verdict.by === 'writer'
            ? translate('cardByWriter')
            : `${translate(howSure(verdict.confidence))} · ${formatShare(verdict.confidence)}`}
        </p>
      </header>
      {votes.length > 0 && verdict.by !== 'writer' && (
        <ul class="votes" aria-label={translate('cardVotes')}>
          {votes.map((vote) => (
            <VoteLine key={vote.words + vote.source} vote={vote} onPhrase={setPhrase} />
          ))}
        </ul>
      )}
      {phrase !== null && (
        <PhraseChoice
          phrase={phrase}
          onChoose={(label) => {
            setPhrase(null);
            actions.relabelPhrase(phrase, label);
          }}
        />
      )}
      {verdict.by !== 'writer' && (
        <p class="line">
          {against.length > 0
            ? translate(
                'cardChangeWords',
                runnerUp,
                formatShare(runnerUpShare),
                against.map((each) => `“${each}”`).join(', '),
              )
            : translate('cardChange', runnerUp, formatShare(runnerUpShare))}
        </p>
      )}
      {detail.todo !== null && <p class="todo">{sentence(translate, detail.todo)}</p>}
      <fieldset class="labels" aria-label={translate('cardRelabel')}>
        {LABELS.map((label) => (
          <button
            key={label}
            type="button"
            class="label"
            data-stage={label}
            aria-pressed={label === verdict.label}
            onClick={() => actions.relabel(label)}
          >
            <kbd>{KEYS[label]}</kbd> {translate(LABEL_NAMES[label])}
          </button>
        ))}
        {detail.undoable && (
          <button type="button" class="label" onClick={actions.undo}>
            <kbd>U</kbd> {translate('cardUndo')}
          </button>
        )}
      </fieldset>
      {keyboard && <p class="keys">{translate('cardKeys')}</p>}
    </section>
  );
}

/** Letter, colour and pattern of a stage; none has a quiet sign of its own. */
function StageSign({ label }: { readonly label: Label }) {
  return (
    <span class="sign" aria-hidden="true">
      {label === 'none' ? '–' : PALETTE.light[label].letter}
      <span class="pattern" />
    </span>
  );
}

function VoteLine({ vote, onPhrase }: { readonly vote: Vote; readonly onPhrase: (phrase: string) => void }) {
  const translate = useTranslate();
  return (
    <li class={vote.speaksFor ? 'vote' : 'vote against'}>
      <span class="bar" aria-hidden="true">
        <span style={{ width: `${Math.round(vote.share * 100)}%` }} />
      </span>
      {vote.words === '' ? (
        <span class="words">{translate(CONTEXT_WORDS[vote.source])}</span>
      ) : (
        <button
          type="button"
          class="words phrase"
          title={translate('cardPhraseHint')}
          onClick={() => onPhrase(vote.words.slice(0, 80))}
        >
          “{vote.words}”
        </button>
      )}
      {vote.pack !== null && <span class="from-pack">{translate('cardVotePack', vote.pack)}</span>}
      {!vote.speaksFor && <span class="says-no">{translate('cardSpeaksAgainst')}</span>}
    </li>
  );
}

function PhraseChoice({ phrase, onChoose }: { readonly phrase: string; readonly onChoose: (label: Label) => void }) {
  const translate = useTranslate();
  return (
    <fieldset class="labels from-now-on">
      <legend>{translate('cardFromNowOn', phrase)}</legend>
      {LABELS.map((label) => (
        <button key={label} type="button" class="label" data-stage={label} onClick={() => onChoose(label)}>
          {translate(LABEL_NAMES[label])}
        </button>
      ))}
    </fieldset>
  );
}
