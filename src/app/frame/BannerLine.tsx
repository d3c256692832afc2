import type { ReactNode } from 'react';
import { VerdictShape } from '../../ui/index.ts';

/** One line under the lens: a fault of the app, or a plain remark, with what can be done about it. */
export function BannerLine(props: { fault: boolean; text: string; children: ReactNode }) {
  const { fault, text, children } = props;
  return (
    <div className="banner" role={fault ? 'alert' : 'status'}>
      <VerdictShape shape={fault ? 'error' : 'note'} size="s" />
      <span className="grow">{text}</span>
      {children}
    </div>
  );
}
