import type { ReactNode } from 'react';
import { Badge, type ShapeName } from '../../ui/index.ts';

/** Head and body of the inspector. The body scrolls; the head says what is shown and how it was judged. */
export function InspectorFrame(props: {
  eyebrow: ReactNode;
  title: string;
  glyph?: ReactNode;
  badge?: { readonly shape: ShapeName; readonly word: string } | null;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { eyebrow, title, glyph, badge, actions, children } = props;
  return (
    <div className="insp-in">
      <header className="insp-h">
        {glyph}
        <div className="grow">
          <p className="k">{eyebrow}</p>
          <h2>{title}</h2>
        </div>
        {badge === undefined || badge === null ? null : (
          <Badge shape={badge.shape}>{badge.word}</Badge>
        )}
        {actions}
      </header>
      <div className="insp-b" tabIndex={0} role="region" aria-label={`${title}, details`}>
        {children}
      </div>
    </div>
  );
}

/** A part of the inspector under its own heading. */
export function Section(props: { title: string; count?: number; children: ReactNode }) {
  const { title, count, children } = props;
  return (
    <section>
      <h3 className="sec-h">
        {title} {count === undefined ? null : <span className="count">{count}</span>}
      </h3>
      {children}
    </section>
  );
}
