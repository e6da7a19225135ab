/** Shows one surface in one state: `?surface=popup&state=typical`, or the panel with states pushed into it: `?live`. Bundled and opened by the gallery and the proofs. */
import { render } from 'preact';
import '../../../components/design/design.css';
import { adoptStageTokens } from '../../../components/design/stage-tokens.ts';
import { TranslateProvider } from '../../../components/i18n/translate.ts';
import { words } from '../../dom/components/fixtures/words.ts';
import './states.ts';
import { livePanel } from './live-panel.tsx';
import { SURFACES } from './surfaces.tsx';

window.galleryStates = Object.fromEntries(
  Object.entries(SURFACES).map(([surface, views]) => [surface, Object.keys(views)]),
);
const asked = new URL(location.href).searchParams;
const surface = SURFACES[asked.get('surface') ?? 'popup'];
const state = asked.get('state') ?? 'typical';
const view = asked.has('live') ? livePanel : surface?.[state];
if (view === undefined) throw new RangeError(`No such surface or state: ${location.search}`);
adoptStageTokens(document);
document.title = `${asked.get('surface')} ${state}`;
render(<TranslateProvider value={words}>{view()}</TranslateProvider>, document.body);
