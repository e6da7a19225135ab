import { useEffect, useRef } from 'preact/hooks';
import type { TabClient } from '../hooks/tab-client.ts';
import { useTab } from '../hooks/use-tab.ts';
import { useTranslate } from '../i18n/translate.ts';
import { MixBar } from '../mix/Mix.tsx';
import { WelcomeView, type WelcomeViewProps } from './WelcomeView.tsx';

export interface WelcomeProps extends Omit<WelcomeViewProps, 'sample'> {
  readonly client: TabClient;
  /** Puts the sample's editor into its place, once. */
  readonly mountEditor: (place: HTMLElement) => void;
}

/** The welcome page with its live sample: an editor with marks, and the mix of what stands in it. */
export function Welcome({ client, mountEditor, onChecker, onOptions }: WelcomeProps) {
  const translate = useTranslate();
  const update = useTab(client);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current !== null) mountEditor(place.current);
  }, [mountEditor]);
  const mix = update?.ok ? update.state.surfaces[0]?.report?.mix : undefined;
  return (
    <WelcomeView
      sample={
        <>
          <div ref={place} />
          {mix !== undefined && mix.stagedWords > 0 && (
            <div class="welcome-mix">
              <MixBar mix={mix} translate={translate} />
            </div>
          )}
        </>
      }
      onChecker={onChecker}
      onOptions={onOptions}
    />
  );
}
