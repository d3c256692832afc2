import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { isObject } from '../json.ts';
import { fieldText, makeFinding } from '../make-finding.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';

/** More changed fields than this are counted, not listed. */
const LISTED = 5;

/** `kubectl apply`: a later definition of the same object replaces the earlier one. */
export function checkDuplicates({ index }: CheckContext): readonly GatewayApiFinding[] {
  return index.all.flatMap((earlier) => {
    const winner = index.byKey.get(earlier.key);
    if (winner === undefined || !index.shadowed.has(earlier.id)) return [];
    return [duplicate(earlier, winner)];
  });
}

function duplicate(earlier: ManifestObject, winner: ManifestObject): GatewayApiFinding {
  const changes = changedFields(earlier.value, winner.value, []).map(fieldText);
  const common = { object: earlier, path: ['metadata', 'name'], suffix: earlier.id } as const;
  if (changes.length === 0)
    return makeFinding({ ...common, code: 'OBJECT-REPEATED', severity: 'note' });
  const listed = changes.slice(0, LISTED).join(', ');
  const more = changes.length > LISTED ? ` and ${changes.length - LISTED} more fields` : '';
  return makeFinding({
    ...common,
    code: 'OBJECT-REDEFINED',
    severity: 'warning',
    params: { changes: listed + more, later: winner.id },
    evidence: { facts: changes },
  });
}

/** The outermost fields in which two values differ; lists count as one value. */
function changedFields(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  path: FieldPath,
): readonly FieldPath[] {
  if (!isObject(left) || !isObject(right))
    return JSON.stringify(left) === JSON.stringify(right) ? [] : [path];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.flatMap((key) => changedFields(left[key], right[key], [...path, key]));
}
