import './empty.css';
import type { ReactNode } from 'react';

/** What a view says when it has nothing to show: what is missing, and a control that adds it. */
export function EmptyState(props: { title: string; children?: ReactNode; action?: ReactNode }) {
  const { title, children, action } = props;
  return (
    <div className="empty">
      <p className="strong">{title}</p>
      {children === undefined ? null : <p className="sub">{children}</p>}
      {action}
    </div>
  );
}
