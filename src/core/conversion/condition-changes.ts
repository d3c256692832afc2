import type { Analysis } from '../analysis/index.ts';
import type { ImplementationId } from '../model/index.ts';
import { placeOf } from './place.ts';
import type { ConditionChange } from './types.ts';

type Status = ConditionChange['before'];

/**
 * Conditions of the same type that the controllers, before and after, are predicted to write with another status, and those that
 * say False or Unknown where nothing was said before. Each object's worst status counts, whatever ancestor or parent it stands
 * under.
 */
export function conditionChanges(
  earlier: Analysis,
  from: ImplementationId,
  later: Analysis,
  to: ImplementationId,
): readonly ConditionChange[] {
  const was = worstOf(earlier, from);
  const is = worstOf(later, to);
  // Gateways that the target ran before.
  const ran = earlier.implementations.some(
    ({ implementation, gateways }) => implementation === to && gateways.length > 0,
  );
  const others = ran ? worstOf(earlier, to) : new Map<string, Worst>();
  return [...is].flatMap(([id, { status, ...worst }]) => {
    const before = was.get(id)?.status ?? null;
    if (others.get(id)?.status === status) return [];
    if (before === status || (before === null && rank(worst.type, status) === 0)) return [];
    return [{ ...worst, before, after: status }];
  });
}

interface Worst {
  readonly objectKey: string;
  readonly object: string;
  readonly type: string;
  readonly status: NonNullable<Status>;
  readonly reason: string;
  readonly message: string;
}

/** Good news of some types is False. */
const NEGATIVE: ReadonlySet<string> = new Set([
  'Conflicted',
  'OverlappingTLSConfig',
  'Overridden',
  'PartiallyInvalid',
]);

function worstOf(
  { implementations, objects }: Analysis,
  wanted: ImplementationId,
): ReadonlyMap<string, Worst> {
  const known = new Map(objects.map((one) => [one.id, one]));
  const found = new Map<string, Worst>();
  const asked = implementations.find(({ implementation }) => implementation === wanted);
  for (const { objectId, conditions } of asked?.status ?? [])
    for (const { type, status, reason, message } of conditions) {
      const holder = known.get(objectId);
      if (holder === undefined) continue;
      const { objectKey, object } = placeOf(holder);
      const id = `${objectKey} ${type}`;
      const other = found.get(id);
      if (other === undefined || rank(type, status) > rank(type, other.status))
        found.set(id, { objectKey, object, type, status, reason, message });
    }
  return found;
}

function rank(type: string, status: NonNullable<Status>): number {
  if (status === 'Unknown') return 1;
  return (status === 'False') === NEGATIVE.has(type) ? 0 : 2;
}
