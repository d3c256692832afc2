import type { ManifestObject } from '../../manifest/types.ts';
import { groupBy } from '../group-by.ts';
import { stringAt } from '../json.ts';
import { groups, kinds } from '../kinds.ts';
import { servicePorts } from '../service-ports.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';
import type { PolicyTarget, Resolution } from '../types.ts';
import { condition, resolvedRefs } from './condition.ts';
import type { StatusContext } from './context.ts';
import { controllerName } from './controller-name.ts';
import { policyAncestors } from './policy-ancestors.ts';
import { authorityProblem } from './reference-problems.ts';

interface Target extends PolicyTarget {
  readonly key: string;
}

/**
 * Conditions of every BackendTLSPolicy under each Gateway that it is relevant for. A policy that no attached route
 * needs has none, whatever is wrong with it (policy_types.go L265).
 */
export function policyStatuses(context: StatusContext): readonly ObjectStatus[] {
  const { resolution } = context;
  const ancestorsOf = policyAncestors(resolution);
  const targets = [...resolution.policyTargets].flatMap(([key, list]) =>
    list.map((target): Target => ({ ...target, key })),
  );
  const byPolicy = groupBy(targets, ({ policyId }) => policyId);
  return resolution.index.ofKind(kinds.backendTlsPolicy).flatMap((policy) => {
    const own = byPolicy.get(policy.id) ?? [];
    const gateways = new Set(own.flatMap((target) => ancestorsOf(target.key, target)));
    if (gateways.size === 0) return [];
    const conditions = policyConditions(context, policy, own);
    return [...gateways].map((gateway) => ancestorStatus(resolution, policy, gateway, conditions));
  });
}

function ancestorStatus(
  { index }: Resolution,
  policy: ManifestObject,
  gateway: ManifestObject,
  conditions: readonly PredictedCondition[],
): ObjectStatus {
  const { namespace, name } = gateway;
  return {
    objectId: policy.id,
    kind: 'ancestor',
    ref: { group: groups.gateway, kind: 'Gateway', namespace, name },
    ...controllerName(index, gateway),
    conditions,
  };
}

/** policy_types.go L116-148, backendtlspolicy_types.go L315-353. */
function policyConditions(
  { resolution, referencesAt }: StatusContext,
  policy: ManifestObject,
  targets: readonly Target[],
): readonly PredictedCondition[] {
  const problems = [
    ...referencesAt(policy.id, ['spec', 'validation', 'caCertificateRefs']),
    ...referencesAt(policy.id, ['spec', 'tls', 'caCertRefs']),
  ].map((reference) => authorityProblem(resolution.index, reference, 'InvalidKind'));
  const noneValid = problems.length > 0 && problems.every((problem) => problem !== undefined);
  const refused =
    targets
      .map((target) => targetProblem(resolution, target))
      .find((problem) => problem !== undefined) ??
    (hasUnknownRoots(policy) ? 'Invalid' : undefined) ??
    (noneValid ? 'NoValidCACertificate' : undefined);
  return [
    condition('Accepted', refused === undefined, refused ?? 'Accepted'),
    resolvedRefs(problems.find((problem) => problem !== undefined)),
  ];
}

/**
 * A port that does not exist (L101-103, L145-147), precedence lost (backendtlspolicy_types.go L72-86), or UDP alone
 * (GEP-1897 L213-216).
 */
function targetProblem(
  { index, policies }: Resolution,
  { key, policyId, sectionName }: Target,
): string | undefined {
  const object = index.byKey.get(key);
  if (object === undefined) return 'TargetNotFound';
  const isService = `${object.group}/${object.kind}` === kinds.service;
  const ports = servicePorts(object).filter(
    ({ name }) => sectionName === undefined || name === sectionName,
  );
  if (isService && sectionName !== undefined && ports.length === 0) return 'TargetNotFound';
  const place = sectionName === undefined ? key : `${key}|${sectionName}`;
  if (policies.get(place)?.conflicted.includes(policyId) === true) return 'Conflicted';
  const udpOnly = ports.length > 0 && ports.every(({ protocol }) => protocol === 'UDP');
  return udpOnly ? 'Invalid' : undefined;
}

/** backendtlspolicy_types.go L211-214: `System` is the one value that the API itself defines. */
function hasUnknownRoots(policy: ManifestObject): boolean {
  const known = stringAt(policy.value, ['spec', 'validation', 'wellKnownCACertificates']);
  return known !== undefined && known !== '' && known !== 'System';
}
