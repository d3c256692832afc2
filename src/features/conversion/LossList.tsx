import type { NotExpressible } from '../../core/conversion/index.ts';
import { VerdictShape } from '../../ui/index.ts';

/** What the target cannot be told, why, and the nearest that can be had; fields that share all of it stand together. */
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
        {together(losses).map(([{ code, fact, source, offer }, places]) => (
          <li key={`${code} ${fact}`}>
            <VerdictShape shape="warning" size="s" label="Lost" />
            <div>
              {places.map((place) => (
                <p key={`${place.objectKey} ${place.field}`}>
                  {place.object} <span className="mono">{place.field}</span>
                </p>
              ))}
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

/** Fields of which the same is told, in the order of the first. */
function together(
  losses: readonly NotExpressible[],
): readonly (readonly [NotExpressible, readonly NotExpressible['at'][]])[] {
  const groups = new Map<string, [NotExpressible, NotExpressible['at'][]]>();
  for (const loss of losses) {
    const key = `${loss.code} ${loss.fact} ${loss.offer}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [loss, [loss.at]]);
    else known[1].push(loss.at);
  }
  return [...groups.values()];
}
