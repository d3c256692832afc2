import './evidence.css';
import { Equal, EqualNot } from 'lucide-react';
import type { Evidence, EvidenceSide } from '../core/model/index.ts';
import { classNames, Icon } from '../ui/index.ts';

/** Name of the object behind a side, and what showing it does. */
export interface EvidenceSource {
  readonly name: string;
  readonly onOpen: () => void;
}

/**
 * Both sides of a comparison with the sign between them, then further facts. `holds` says whether the two
 * agree; `sourceOf` names the object a side came from.
 */
export function EvidencePair(props: {
  evidence: Evidence;
  holds?: boolean;
  sourceOf?: (side: EvidenceSide) => EvidenceSource | null;
}) {
  const { evidence, holds = false, sourceOf } = props;
  const { expected, found, facts = [] } = evidence;
  const both = expected !== undefined && found !== undefined;
  return (
    <>
      {expected === undefined && found === undefined ? null : (
        <div className={classNames('evid', holds && 'ok', hasLongLabel(expected, found) && 'tall')}>
          {expected === undefined ? null : (
            <Side side={expected} source={sourceOf?.(expected) ?? null} />
          )}
          {both ? (
            <span
              className={classNames('ne', holds && 'ok')}
              role="img"
              aria-label={holds ? 'equals' : 'does not equal'}
            >
              <Icon of={holds ? Equal : EqualNot} size="xs" />
            </span>
          ) : null}
          {found === undefined ? null : <Side side={found} source={sourceOf?.(found) ?? null} />}
        </div>
      )}
      {facts.length === 0 ? null : (
        <ul className="evid-facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A label of more than a word stands over its value instead of beside it. */
function hasLongLabel(...sides: readonly (EvidenceSide | undefined)[]): boolean {
  return sides.some((side) => (side?.label.length ?? 0) > 9);
}

function Side({ side, source }: { side: EvidenceSide; source: EvidenceSource | null }) {
  return (
    <div>
      <span className="h">{side.label}</span>
      <span className="v">{side.value}</span>
      {source === null ? null : (
        <button type="button" className="src u trunc" onClick={source.onOpen}>
          {source.name}
        </button>
      )}
      {side.detail === undefined ? null : <span className="m mono">{side.detail}</span>}
    </div>
  );
}
