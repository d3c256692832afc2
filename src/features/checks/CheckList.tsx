import { useEffect, useRef } from 'react';
import type { Check } from '../../core/analysis/pages/index.ts';
import { studio } from '../../state/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { byArea } from './by-area.ts';

/** Checks under the headings of their areas; the open one is scrolled to once. */
export function CheckList(props: { checks: readonly Check[]; open: string | undefined }) {
  const { checks, open } = props;
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  if (checks.length === 0) {
    return <EmptyState title="No check has these words">Try fewer of them.</EmptyState>;
  }
  return (
    <div className="checks-s" tabIndex={0} role="region" aria-label="Checks by area">
      {byArea(checks).map(([area, own]) => (
        <section key={area}>
          <h3>
            {area} <span className="count">{own.length}</span>
          </h3>
          <ul>
            {own.map(({ code, title }) => (
              <li key={code}>
                <button
                  type="button"
                  ref={code === open ? current : undefined}
                  aria-current={code === open ? true : undefined}
                  onClick={() => {
                    studio.openChecks(code);
                  }}
                >
                  <span>{title}</span>
                  <code>{code}</code>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
