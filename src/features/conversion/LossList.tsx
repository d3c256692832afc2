import type { NotExpressible } from '../../core/conversion/index.ts';
import { VerdictShape } from '../../ui/index.ts';

/** What the target cannot be told, why, and the nearest that can be had. */
export function LossList({
  losses,
  target,
}: {
  losses: readonly NotExpressible[];
  target: string;
}) {
  if (losses.length === 0) return null;
  return (
    <section aria-label={`Not as before with ${target}`}>
      <h3>
        Not as before with {target} <span className="count">{losses.length}</span>
      </h3>
      <ul className="cv-list">
        {losses.map(({ code, at, fact, source, offer }) => (
          <li key={`${code} ${at.objectKey} ${at.field}`}>
            <VerdictShape shape="warning" size="s" label="Lost" />
            <div>
              <p>
                {at.object} <span className="mono">{at.field}</span>
              </p>
              <p>{fact}</p>
              <p className="strong">{offer}</p>
              <p className="mut">{source}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
