import { groups } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import { NGF_CONTROLLER } from '../controller-name.ts';
import type { PolicyVerdict } from '../validate-policy.ts';
import { conditionTexts } from './condition-texts.ts';
import { lastOfEachType, met, unmet } from './conditions.ts';
import { routedPolicies } from './routed-policies.ts';
import type { StatusContext } from './status-context.ts';

/**
 * Conditions of BackendTLSPolicies, the same under every Gateway. A policy that no backendRef of these Gateways
 * leads to has no status.
 *
 * @see NGF status/prepare_requests.go `PrepareBackendTLSPolicyRequests`
 */
export function policyStatuses(context: StatusContext): readonly ObjectStatus[] {
  const routed = routedPolicies(context);
  return context.policies.flatMap((policy): ObjectStatus[] => {
    const roles = routed.get(policy.id);
    const verdict = context.state.policy(policy.id);
    if (roles === undefined || verdict === undefined) return [];
    const conditions = policyConditions(context.version, verdict, roles);
    return context.state.ancestors(policy).applied.map((gateway) => ({
      objectId: policy.id,
      kind: 'ancestor',
      ref: ancestorRef(gateway),
      controllerName: NGF_CONTROLLER,
      conditions,
    }));
  });
}

/** The verdict on the policy itself, then what each backendRef adds; the last one has the word. */
function policyConditions(
  version: string,
  { refusals, authority }: PolicyVerdict,
  roles: readonly ('chosen' | 'conflicted')[],
): readonly PredictedCondition[] {
  const { policyAccepted } = conditionTexts(version);
  const own =
    refusals.length === 0 && authority.kind === 'object'
      ? [met('ResolvedRefs', 'ResolvedRefs', 'All CACertificateRefs are resolved')]
      : refusals.map(({ condition, reason, message }) => unmet(condition, reason, message));
  const added = roles.flatMap((role) => {
    if (role === 'conflicted') return [unmet('Accepted', 'Conflicted', CONFLICT)];
    return refusals.length === 0 ? [met('Accepted', 'Accepted', policyAccepted)] : [];
  });
  return lastOfEachType([...own, ...added]);
}

const CONFLICT = 'Conflicts with another BackendTLSPolicy targeting the same Service';

function ancestorRef({ namespace, name }: ManifestObject): NonNullable<ObjectStatus['ref']> {
  return { group: groups.gateway, kind: 'Gateway', namespace, name };
}
