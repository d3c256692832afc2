import type { ManifestObject } from '../manifest/types.ts';
import { comparePrecedence } from './compare-precedence.ts';
import { stringAt, valueAt } from './json.ts';
import { kinds } from './kinds.ts';
import type { EffectivePolicy, ObjectIndex, PolicyTarget, Reference } from './types.ts';

/**
 * All BackendTLSPolicy targets by the key of the object they name, each list in order of precedence: the
 * older creationTimestamp first, then `namespace/name` (Gateway API backendtlspolicy_types.go L72-86).
 * A manifest without a time stamp is about to be created, so it ranks after every one that has one.
 */
export function collectPolicyTargets(
  index: ObjectIndex,
  references: readonly Reference[],
): ReadonlyMap<string, readonly PolicyTarget[]> {
  const targets = new Map<string, PolicyTarget[]>();
  for (const reference of references) {
    const policy = index.byId.get(reference.from.objectId);
    if (reference.kind !== 'policyTarget' || !isBackendTlsPolicy(policy)) continue;
    const list = targets.get(reference.target.key) ?? [];
    list.push(readTarget(policy, reference));
    targets.set(reference.target.key, list);
  }
  for (const list of targets.values()) list.sort((a, b) => comparePolicies(index, a, b));
  return targets;
}

/**
 * The policy that governs each target: `key` for the whole object, `key|sectionName` for one port. A policy
 * for one port and one for the whole Service do not conflict; the first governs its port, the second the
 * rest (conformance BackendTLSPolicyConflictResolution). A broken policy still wins: the spec orders by age
 * and name alone, and failing closed is what it asks for.
 */
export function effectivePolicies(
  targets: ReadonlyMap<string, readonly PolicyTarget[]>,
): ReadonlyMap<string, EffectivePolicy> {
  const policies = new Map<string, EffectivePolicy>();
  for (const [key, list] of targets) {
    for (const target of list) {
      const place = target.sectionName === undefined ? key : `${key}|${target.sectionName}`;
      const winner = policies.get(place);
      if (winner === undefined) {
        const { policyId, targetIndex } = target;
        policies.set(place, { policyId, targetIndex, conflicted: [] });
      } else if (
        winner.policyId !== target.policyId &&
        !winner.conflicted.includes(target.policyId)
      ) {
        const conflicted = [...winner.conflicted, target.policyId];
        policies.set(place, { ...winner, conflicted });
      }
    }
  }
  return policies;
}

/**
 * The policy that the Gateway API puts in charge of one port of a target.
 *
 * @param portName the Service port's name; a policy with a sectionName never covers an unnamed port
 */
export function policyFor(
  policies: ReadonlyMap<string, EffectivePolicy>,
  targetKey: string,
  portName: string | undefined,
): EffectivePolicy | undefined {
  const specific = portName === undefined ? undefined : policies.get(`${targetKey}|${portName}`);
  return specific ?? policies.get(targetKey);
}

function isBackendTlsPolicy(object: ManifestObject | undefined): object is ManifestObject {
  return object !== undefined && `${object.group}/${object.kind}` === kinds.backendTlsPolicy;
}

function readTarget(policy: ManifestObject, reference: Reference): PolicyTarget {
  const last = reference.from.path.at(-1);
  const targetIndex = typeof last === 'number' ? last : 0;
  const sectionName = stringAt(valueAt(policy.value, reference.from.path), ['sectionName']);
  const target = { policyId: policy.id, targetIndex };
  return sectionName === undefined || sectionName === '' ? target : { ...target, sectionName };
}

/** Negative when `a` takes precedence. */
function comparePolicies(index: ObjectIndex, a: PolicyTarget, b: PolicyTarget): number {
  const left = index.byId.get(a.policyId);
  const right = index.byId.get(b.policyId);
  if (left === undefined || right === undefined) return 0;
  return comparePrecedence(left, right) || a.targetIndex - b.targetIndex;
}
