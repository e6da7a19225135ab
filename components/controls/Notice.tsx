import type { ComponentChildren } from 'preact';
import { Icon } from '../design/Icon.tsx';
import './controls.css';

export interface NoticeProps {
  /** `error` is announced at once, `info` when the reader is idle. */
  readonly kind?: 'info' | 'error';
  readonly children: ComponentChildren;
}

/** A sentence that says what happened and what to do. */
export function Notice({ kind = 'info', children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'error' && <Icon name="warning" />}
      <div>{children}</div>
    </div>
  );
}
