import {
  kinds,
  stringMapAt,
  type ObjectIndex,
  type PolicyTarget,
  type Resolution,
} from '../../gateway-api/index.ts';
import { createdAt } from '../../gateway-api/compare-precedence.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { KgatewayFeatures } from './versions.ts';

/** Policies that kgateway attaches to one backend (a Service port or a Backend), in its order of precedence. */
export interface AttachedPolicies {
  /** BackendTLSPolicies: the first wins, even when it is broken. */
  readonly tls: readonly ManifestObject[];
  /** BackendConfigPolicies: per field, the first that sets it wins. */
  readonly config: readonly ManifestObject[];
}

/**
 * The policies of one backend. A policy for the port hides those for the whole Service since 2.3.
 *
 * @see kgateway krtcollections `preferPortSpecificBackendTLSPolicies`, pluginsdk/ir
 *   `ComparePoliciesByCreationTimeAndRef`
 */
export function attachedPolicies(
  resolution: Resolution,
  features: KgatewayFeatures,
  targetKey: string,
  portName: string | undefined,
): AttachedPolicies {
  const { index } = resolution;
  const all = (resolution.policyTargets.get(targetKey) ?? []).filter(
    ({ sectionName }) => sectionName === undefined || sectionName === portName,
  );
  const specific = all.filter(({ sectionName }) => sectionName !== undefined);
  const targets = features.gatewayAncestors && specific.length > 0 ? specific : all;
  const config = features.configPolicy ? (configTargets(resolution).get(targetKey) ?? []) : [];
  return {
    tls: orderTlsPolicies(index, targets),
    // Before 2.4 they were applied one after another, so the newest had the last word.
    config: features.configPolicyMerge ? config : [...config].reverse(),
  };
}

function orderTlsPolicies(
  index: ObjectIndex,
  targets: readonly PolicyTarget[],
): readonly ManifestObject[] {
  const sorted = targets
    .flatMap(({ policyId, sectionName }) => {
      const policy = index.byId.get(policyId);
      return policy === undefined ? [] : [{ policy, ref: refOf(policy, sectionName) }];
    })
    .sort((a, b) => createdAt(a.policy) - createdAt(b.policy) || compareText(a.ref, b.ref));
  return [...new Set(sorted.map(({ policy }) => policy))];
}

/** The tie-breaker: `/` sorts behind `-` and `.`, so `tls-2` comes before `tls`. */
function refOf({ group, kind, namespace, name }: ManifestObject, sectionName = ''): string {
  return [group, kind, namespace, name, sectionName].join('/');
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const tables = new WeakMap<Resolution, ReadonlyMap<string, readonly ManifestObject[]>>();

/** BackendConfigPolicies by the key of what they target, by name or by label, in order of precedence. */
function configTargets(resolution: Resolution): ReadonlyMap<string, readonly ManifestObject[]> {
  const known = tables.get(resolution);
  if (known !== undefined) return known;
  const table = new Map<string, ManifestObject[]>();
  for (const { kind, from, target } of resolution.references) {
    const policy = kind === 'policyTarget' ? resolution.index.byId.get(from.objectId) : undefined;
    if (policy === undefined || `${policy.group}/${policy.kind}` !== kinds.backendConfigPolicy)
      continue;
    const list = table.get(target.key) ?? [];
    if (!list.includes(policy)) list.push(policy);
    table.set(target.key, list);
  }
  for (const list of table.values()) list.sort(compareConfigPolicies);
  tables.set(resolution, table);
  return table;
}

/** Weight, age, then the reference. @see kgateway docs "Policy priority during merging" */
function compareConfigPolicies(a: ManifestObject, b: ManifestObject): number {
  return (
    weightOf(b) - weightOf(a) || createdAt(a) - createdAt(b) || compareText(refOf(a), refOf(b))
  );
}

function weightOf(policy: ManifestObject): number {
  const annotations = stringMapAt(policy.value, ['metadata', 'annotations']);
  const weight = Number(annotations.get('kgateway.dev/policy-weight') ?? '0');
  return Number.isInteger(weight) ? weight : 0;
}
