import type { ManifestObject } from '../../manifest/types.ts';
import { namespacedName } from '../namespaced-name.ts';
import { groupBy } from '../group-by.ts';
import { stringAt } from '../json.ts';
import { kinds } from '../kinds.ts';
import { makeFinding } from '../make-finding.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';
import { targetText } from './name-directory.ts';

/** backendtlspolicy_types.go L72-86: the older policy wins, then the smaller `namespace/name`. */
export function checkPolicyConflicts(context: CheckContext): readonly GatewayApiFinding[] {
  return [...context.policies].flatMap(([place, effective]) =>
    effective.conflicted.flatMap((policyId) => {
      const object = context.index.byId.get(policyId);
      const winner = context.index.byId.get(effective.policyId);
      if (object === undefined || winner === undefined) return [];
      const [key = '', section] = place.split('|');
      const target = context.index.byKey.get(key);
      const port = section === undefined ? '' : `, port ${section}`;
      return [
        makeFinding({
          code: 'POLICY-CONFLICT-LOST',
          severity: 'error',
          object,
          path: ['spec', 'targetRefs'],
          params: {
            winner: `${winner.kind} ${winner.name}`,
            target: `${target === undefined ? key : `${target.kind} ${namespacedName(target)}`}${port}`,
            rule: precedenceRule(object, winner),
          },
          suffix: place,
        }),
      ];
    }),
  );
}

function precedenceRule(loser: ManifestObject, winner: ManifestObject): string {
  const older = createdAt(winner);
  const newer = createdAt(loser);
  if (older !== undefined && older !== newer)
    return `The older one wins (${older}${newer === undefined ? '' : ` against ${newer}`}).`;
  return 'Without different creation times the alphabetical order of namespace/name decides; a cluster may have created the other one first.';
}

function createdAt(policy: ManifestObject): string | undefined {
  return stringAt(policy.value, ['metadata', 'creationTimestamp']);
}

/** policy_types.go L265: a policy that no attached route needs is not relevant for any ancestor. */
export function checkUnusedPolicies(context: CheckContext): readonly GatewayApiFinding[] {
  const reached = reachedTargets(context);
  return context.references.flatMap((reference) => {
    const object = context.index.byId.get(reference.from.objectId);
    if (object === undefined || reference.kind !== 'policyTarget') return [];
    const { objectId, key } = reference.target;
    if (objectId === undefined || reached.has(key)) return [];
    if (`${object.group}/${object.kind}` !== kinds.backendTlsPolicy) return [];
    return [
      makeFinding({
        code: 'POLICY-NOT-USED',
        severity: 'note',
        object,
        path: reference.from.path,
        params: { target: targetText(reference.target) },
      }),
    ];
  });
}

/**
 * Targets of connections, of routes whose parent is not among the files (those may be attached), and of
 * route kinds whose attachment is not worked out.
 */
function reachedTargets({
  connections,
  attachments,
  references,
}: CheckContext): ReadonlySet<string> {
  const decided = groupBy(attachments, ({ routeId }) => routeId);
  const mayReach = (routeId: string): boolean =>
    decided.get(routeId)?.some(({ gatewayId }) => gatewayId === undefined) ?? true;
  return new Set([
    ...connections.map(({ backend }) => backend.target.key),
    ...references
      .filter(({ kind, from }) => kind === 'backendRef' && mayReach(from.objectId))
      .map(({ target }) => target.key),
  ]);
}
