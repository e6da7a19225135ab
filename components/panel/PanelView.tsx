import type { ComponentChildren } from 'preact';
import type { Report } from '../../lib/model/report.ts';
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
import { PassageList } from '../passages/PassageList.tsx';
import { Pages } from '../popup/Pages.tsx';
import { useJump } from '../report/jump.ts';
import { ReportSections } from '../report/ReportSections.tsx';
import { SurfaceChoice } from '../report/SurfaceChoice.tsx';
import { useSurface } from '../report/use-surface.ts';
import { MarkModes } from '../switches/MarkModes.tsx';
import { Switches } from '../switches/Switches.tsx';
import './panel.css';

export interface PanelViewProps {
  readonly update: TabUpdate | null;
  readonly client: TabClient;
  readonly commands: readonly KeyHelp[];
  readonly onPage: (page: PageLink) => void;
  /** Leaves links to other pages and switches away, inside a page that has them elsewhere. */
  readonly embedded?: boolean;
  /** The review of the document shown: check, compare, copy, print. */
  readonly review?: (surfaceId: string, report: Report) => ComponentChildren;
  /** What Stagemark knows of itself in this tab. */
  readonly diagnostics?: (state: TabState) => ComponentChildren;
}

/** The open document beside its editor, live while writing. */
export function PanelView({ update, client, commands, onPage, embedded = false, review, diagnostics }: PanelViewProps) {
  const translate = useTranslate();
  const { surfaces, surface, choose } = useSurface(update);
  const { said, jump } = useJump(client, surface?.id);
  const notice = noticeFor(update, surface);
  const report = surface?.report ?? null;
  const state = update?.ok ? update.state : null;
  const documentHere = state !== null && state.status !== 'no-document' && state.status !== 'needs-reload';
  const marksHere = state?.status === 'ready' || state?.status === 'reading';
  const Root = embedded ? 'aside' : 'main';
  return (
    <Root class="panel" aria-busy={notice === 'loading'} aria-label={embedded ? translate('panelName') : undefined}>
      {!embedded && (
        <SurfaceHead title={report?.title || translate(report ? 'untitled' : 'extensionName')}>
          <Button kind="quiet" icon="settings" label={translate('pageOptions')} onClick={() => onPage('options')} />
        </SurfaceHead>
      )}
      <div class="panel-pad">
        <SurfaceChoice surfaces={surfaces} value={surface?.id} onChange={choose} />
        {notice === null && report !== null && surface !== undefined && (
          <DocumentTypeChip
            documentType={report.documentType}
            onChoose={(type) => client.chooseType(surface.id, type)}
          />
        )}
        {marksHere && state && <MarkModes mode={state.mode} onChange={client.setMode} />}
      </div>
      {notice === null && report !== null && surface !== undefined ? (
        <>
          {review?.(surface.id, report)}
          <ReportSections
            report={report}
            active={surface.activePassage}
            unplaced={state?.unplaced ?? 0}
            list={PassageList}
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
            onChecker={embedded ? undefined : () => onPage('checker')}
          />
        )
      )}
      {!embedded && documentHere && state && (
        <div class="panel-fold">
          <Disclosure summary={translate('switchesTitle')} open={notice === 'off'}>
            <Switches state={state} onSwitch={client.setSwitch} onSnooze={client.snooze} />
          </Disclosure>
        </div>
      )}
      {!embedded && (
        <>
          <div class="panel-fold">
            <Disclosure summary={translate('keysTitle')}>
              <Keys commands={commands} />
            </Disclosure>
          </div>
          {state && diagnostics && <div class="panel-fold">{diagnostics(state)}</div>}
          <Pages onPage={onPage} />
        </>
      )}
      <p class="panel-said" role="status">
        {said !== null && translate(said)}
      </p>
    </Root>
  );
}
