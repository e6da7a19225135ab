import type { ComponentChildren } from 'preact';
import type { TabState } from '../../lib/model/tab.ts';
import { Button } from '../controls/Button.tsx';
import { Disclosure } from '../controls/Disclosure.tsx';
import { DocumentTypeChip } from '../document-type/DocumentTypeChip.tsx';
import type { TabClient, TabUpdate } from '../hooks/tab-client.ts';
import { useTranslate } from '../i18n/translate.ts';
import { type KeyHelp, Keys } from '../keys/Keys.tsx';
import type { PageLink } from '../layout/pages.ts';
import { SurfaceHead } from '../layout/SurfaceHead.tsx';
import { noticeFor } from '../notices/notice-for.ts';
import { StateNotice } from '../notices/StateNotice.tsx';
import { LazyPassageList } from '../passages/LazyPassageList.tsx';
import { type NewsClient, ReleaseNotes } from '../release-notes/ReleaseNotes.tsx';
import { useJump } from '../report/jump.ts';
import { ReportSections } from '../report/ReportSections.tsx';
import { SurfaceChoice } from '../report/SurfaceChoice.tsx';
import { useSurface } from '../report/use-surface.ts';
import { MarkModes } from '../switches/MarkModes.tsx';
import { Switches } from '../switches/Switches.tsx';
import { Pages } from './Pages.tsx';
import './popup.css';

export interface PopupViewProps {
  readonly update: TabUpdate | null;
  readonly client: TabClient;
  /** The browser's keyboard commands for the document. */
  readonly commands: readonly KeyHelp[];
  /** Opens the side panel; absent where the browser has none. */
  readonly onPanel?: (() => void) | undefined;
  readonly onPage: (page: PageLink) => void;
  /** Knows what is new after an update. */
  readonly news?: NewsClient;
  /** What Stagemark knows of itself in this tab. */
  readonly diagnostics?: (state: TabState) => ComponentChildren;
}

/** A glance at the open document. */
export function PopupView({ update, client, commands, onPanel, onPage, news, diagnostics }: PopupViewProps) {
  const translate = useTranslate();
  const { surfaces, surface, choose } = useSurface(update);
  const { said, jump } = useJump(client, surface?.id);
  const notice = noticeFor(update, surface);
  const report = surface?.report ?? null;
  const state = update?.ok ? update.state : null;
  const documentHere = state !== null && state.status !== 'no-document' && state.status !== 'needs-reload';
  const marksHere = state?.status === 'ready' || state?.status === 'reading';
  return (
    <main class="popup" aria-busy={notice === 'loading'}>
      <SurfaceHead title={report?.title || translate(report ? 'untitled' : 'extensionName')}>
        {onPanel && <Button kind="quiet" icon="panel" label={translate('popupPanel')} onClick={onPanel} />}
        <Button kind="quiet" icon="settings" label={translate('pageOptions')} onClick={() => onPage('options')} />
      </SurfaceHead>
      {news && <ReleaseNotes client={news} />}
      {surfaces.length > 1 && (
        <div class="popup-pad">
          <SurfaceChoice surfaces={surfaces} value={surface?.id} onChange={choose} />
        </div>
      )}
      {notice === null && report !== null && surface !== undefined ? (
        <>
          <div class="popup-pad">
            <DocumentTypeChip
              documentType={report.documentType}
              onChoose={(type) => client.chooseType(surface.id, type)}
            />
          </div>
          <ReportSections
            report={report}
            active={surface.activePassage}
            unplaced={state?.unplaced ?? 0}
            list={LazyPassageList}
            foldPassages
            onJump={jump}
          />
        </>
      ) : (
        notice !== null && (
          <StateNotice
            id={notice}
            off={state?.off ?? null}
            progress={surface?.progress ?? 0}
            onReload={client.reloadTab}
            onChecker={() => onPage('checker')}
          />
        )
      )}
      {documentHere && state && (
        <div class="popup-fold">
          <Disclosure summary={translate('switchesTitle')} open={notice === 'off'}>
            <Switches state={state} onSwitch={client.setSwitch} onSnooze={client.snooze} />
          </Disclosure>
        </div>
      )}
      {notice !== 'loading' && (
        <div class="popup-fold">
          <Disclosure summary={translate('keysTitle')}>
            <Keys commands={commands} />
          </Disclosure>
        </div>
      )}
      {state && diagnostics && <div class="popup-fold">{diagnostics(state)}</div>}
      <Pages onPage={onPage} />
      <p class="popup-said" role="status">
        {said !== null && translate(said)}
      </p>
      {marksHere && state && (
        <footer class="popup-foot">
          <span class="faint" aria-hidden="true">
            {translate('modeLegend')}
          </span>
          <MarkModes mode={state.mode} onChange={client.setMode} />
        </footer>
      )}
    </main>
  );
}
