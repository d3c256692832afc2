import { conditionVerdict } from '../analysis/status/condition-verdict.ts';
import type { ImplementationVerdict, ObjectSummary } from '../analysis/types.ts';
import type { ImplementationId } from '../model/index.ts';
import type { Verdict } from '../topology/types.ts';
import { placeOf } from './place.ts';
import type { ConditionChange } from './types.ts';

/** What is read of an analysis. */
interface Told {
  readonly implementations: readonly Pick<
    ImplementationVerdict,
    'implementation' | 'gateways' | 'status'
  >[];
  readonly objects: readonly Pick<ObjectSummary, 'id' | 'key' | 'kind' | 'namespace' | 'name'>[];
}

/**
 * Conditions of the same type that the controllers, before and after, are predicted to write with another status, and those that
 * tell of a problem where nothing was said before. Each object's worst status counts, whatever ancestor or parent it stands
 * under.
 */
export function conditionChanges(
  earlier: Told,
  from: ImplementationId,
  later: Told,
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
    if (before === status || (before === null && rank({ ...worst, status }) === 0)) return [];
    return [{ ...worst, before, after: status }];
  });
}

interface Worst {
  readonly objectKey: string;
  readonly object: string;
  readonly type: string;
  readonly status: ConditionChange['after'];
  readonly reason: string;
  readonly message: string;
}

function worstOf(
  { implementations, objects }: Told,
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
      const one = { objectKey, object, type, status, reason, message };
      const id = `${objectKey} ${type}`;
      const other = found.get(id);
      if (other === undefined || rank(one) > rank(other)) found.set(id, one);
    }
  return found;
}

function rank(condition: Pick<Worst, 'type' | 'status' | 'reason'>): number {
  return BADNESS.indexOf(conditionVerdict(condition));
}

const BADNESS: readonly Verdict[] = ['ok', 'unknown', 'warning', 'error'];
