import { itemsAt, kinds, namespacedName, stringAt } from '../../gateway-api/index.ts';
import { createdAt } from '../../gateway-api/compare-precedence.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition, StatusRef } from '../status.ts';
import { setCondition } from './conditions.ts';
import type { EnvoyGatewayState } from './types.ts';
import { UNSUPPORTED_KIND } from './read-authorities.ts';
import { conditionMessage } from './refusal.ts';

/** One entry of `status.ancestors`. */
interface Ancestor {
  readonly ref: StatusRef;
  readonly conditions: readonly PredictedCondition[];
}

/** Which policy was reached from which parentRef, in the order of translation. */
export interface ReachedPolicy {
  readonly policyId: string;
  readonly ref: StatusRef;
}

const MOST_ANCESTORS = 16;

/**
 * Status of every BackendTLSPolicy that a route reaches, and of those that lose against one. Others get none. The
 * ancestor is the route's parentRef, listener name included.
 *
 * @see internal/gatewayapi/backendtlspolicy.go `processBackendTLSPolicy`, `ProcessBackendTLSPolicyStatus`
 */
export function policyStatuses(
  state: EnvoyGatewayState,
  reached: readonly ReachedPolicy[],
): readonly ObjectStatus[] {
  const { resolution, objectsFrom, config } = state.context;
  const policies = resolution.index.ofKind(kinds.backendTlsPolicy);
  const ordered = objectsFrom === 'cluster' ? [...policies].sort(byAge) : policies;
  const ancestors = new Map<string, readonly Ancestor[]>();
  for (const { policyId, ref } of reached) {
    const known = ancestors.get(policyId) ?? [];
    const conditions = policyConditions(state, policyId);
    if (!known.some((entry) => isSameRef(entry.ref, ref)))
      ancestors.set(policyId, [...known, { ref, conditions }]);
  }
  markConflicts(ordered, ancestors);
  return ordered.flatMap((policy) =>
    truncate(ancestors.get(policy.id) ?? []).map(({ ref, conditions }) => ({
      objectId: policy.id,
      kind: 'ancestor' as const,
      ref,
      controllerName: config.controllerName,
      conditions,
    })),
  );
}

function byAge(a: ManifestObject, b: ManifestObject): number {
  return createdAt(a) - createdAt(b) || (namespacedName(a) < namespacedName(b) ? -1 : 1);
}

function policyConditions(
  state: EnvoyGatewayState,
  policyId: string,
): readonly PredictedCondition[] {
  const verdict = state.policy(policyId);
  if (verdict === null || verdict.ok)
    return [
      {
        type: 'ResolvedRefs',
        status: 'True',
        reason: 'ResolvedRefs',
        message: 'Resolved all the Object references.',
      },
      {
        type: 'Accepted',
        status: 'True',
        reason: 'Accepted',
        message: 'Policy has been accepted.',
      },
    ];
  const message = conditionMessage(verdict.message);
  const reason = verdict.message === UNSUPPORTED_KIND ? 'InvalidKind' : 'InvalidCACertificateRef';
  return [
    { type: 'Accepted', status: 'False', reason: 'NoValidCACertificate', message },
    { type: 'ResolvedRefs', status: 'False', reason, message },
  ];
}

/**
 * A later policy with the same target and sectionName is Conflicted under all ancestors of the earlier one. Its
 * targets behind the first clash are not looked at.
 */
function markConflicts(
  policies: readonly ManifestObject[],
  ancestors: Map<string, readonly Ancestor[]>,
): void {
  const holders = new Map<string, ManifestObject>();
  for (const policy of policies) {
    const winner = firstClash(policy, holders);
    if (winner === undefined) continue;
    const condition: PredictedCondition = {
      type: 'Accepted',
      status: 'False',
      reason: 'Conflicted',
      message: `Policy conflicts with BackendTLSPolicy ${namespacedName(winner)}.`,
    };
    for (const { ref } of ancestors.get(winner.id) ?? []) {
      const own = ancestors.get(policy.id) ?? [];
      const at = own.findIndex((entry) => isSameRef(entry.ref, ref));
      const conditions = setCondition(own[at]?.conditions ?? [], condition);
      const entry = { ref, conditions };
      ancestors.set(policy.id, at < 0 ? [...own, entry] : own.with(at, entry));
    }
  }
}

function firstClash(
  policy: ManifestObject,
  holders: Map<string, ManifestObject>,
): ManifestObject | undefined {
  for (const target of itemsAt(policy.value, ['spec', 'targetRefs'])) {
    const parts = ['group', 'kind', 'name', 'sectionName'].map(
      (field) => stringAt(target, [field]) ?? '',
    );
    const key = [policy.namespace, ...parts].join('/');
    const holder = holders.get(key);
    if (holder !== undefined) return holder;
    holders.set(key, policy);
  }
  return undefined;
}

function isSameRef(a: StatusRef, b: StatusRef): boolean {
  return (
    a.group === b.group &&
    a.kind === b.kind &&
    a.namespace === b.namespace &&
    a.name === b.name &&
    a.sectionName === b.sectionName &&
    a.port === b.port
  );
}

/** At most 16, refused ones first, then by namespace and name; the last one says that others were left out. */
function truncate(ancestors: readonly Ancestor[]): readonly Ancestor[] {
  if (ancestors.length <= MOST_ANCESTORS) return ancestors;
  const kept = [...ancestors].sort(byImportance).slice(0, MOST_ANCESTORS);
  const condition: PredictedCondition = {
    type: 'Aggregated',
    status: 'True',
    reason: 'Aggregated',
    message: 'Ancestors have been truncated because the number of policy ancestors exceeds 16.',
  };
  return kept.map((entry, at) =>
    at < MOST_ANCESTORS - 1
      ? entry
      : { ...entry, conditions: setCondition(entry.conditions, condition) },
  );
}

function byImportance(a: Ancestor, b: Ancestor): number {
  const rank = ({ conditions }: Ancestor): number =>
    conditions.some(({ type, status }) => type === 'Accepted' && status === 'False') ? 0 : 1;
  const place = ({ ref }: Ancestor): string => `${ref.namespace ?? ''}\n${ref.name}`;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (place(a) === place(b)) return 0;
  return place(a) < place(b) ? -1 : 1;
}
