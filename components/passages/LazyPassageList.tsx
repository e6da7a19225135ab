import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useTranslate } from '../i18n/translate.ts';
import type { PassageListProps } from './PassageList.tsx';

/** The passage list, loaded when it is first shown: a popup opens without it. */
export function LazyPassageList(props: PassageListProps) {
  const translate = useTranslate();
  const [List, setList] = useState<ComponentType<PassageListProps> | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./PassageList.tsx').then(({ PassageList }) => {
      if (wanted) setList(() => PassageList);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return List === null ? <p class="faint">{translate('pageLoading')}</p> : <List {...props} />;
}
