import { groups } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { AgentgatewayState } from '../agentgateway-state.ts';
import { tlsPolicyTargets, type TlsPolicyTarget } from '../tls-policy-targets.ts';
import { AGENTGATEWAY_CONTROLLER } from './controller-name.ts';

/**
 * Conditions of BackendTLSPolicies under every Gateway whose routes lead to a target; the reference to the
 * Gateway has no namespace.
 *
 * @see agentgateway controller/pkg/agentgateway/plugins/backend_tls_plugin.go
 */
export function tlsPolicyStatuses(
  state: AgentgatewayState,
  policies: readonly ManifestObject[],
): readonly ObjectStatus[] {
  return policies.flatMap((policy) => {
    const targets = tlsPolicyTargets(state.resolution, policy);
    return state.gateways.flatMap((gateway): ObjectStatus[] => {
      const reached = targets.filter(({ reference }) =>
        state.gatewaysOf(reference.target.key).includes(gateway),
      );
      if (reached.length === 0) return [];
      return [
        {
          objectId: policy.id,
          kind: 'ancestor',
          ref: { group: groups.gateway, kind: 'Gateway', name: gateway.name },
          controllerName: AGENTGATEWAY_CONTROLLER,
          conditions: conditionsOf(state, policy, gateway, targets, reached),
        },
      ];
    });
  });
}

function conditionsOf(
  state: AgentgatewayState,
  policy: ManifestObject,
  gateway: ManifestObject,
  targets: readonly TlsPolicyTarget[],
  reached: readonly TlsPolicyTarget[],
): readonly PredictedCondition[] {
  const { accepted, resolvedRefs } = state.tlsPolicy(policy);
  const client = state.clientCertificate(gateway);
  const sent = reached.some(({ conflictsWith }) => conflictsWith === undefined);
  const rival = targets.find(({ conflictsWith }) => conflictsWith !== undefined)?.conflictsWith;
  // Each error replaces the one before: the CA's, the conflict's, the client certificate's.
  const errors = [
    ...(accepted === undefined ? [] : [accepted]),
    ...(rival === undefined
      ? []
      : [
          {
            reason: 'Conflicted',
            message: `policy ${rival} matches the same target but with higher priority`,
          },
        ]),
    ...(client.kind === 'refused' && sent ? [{ reason: 'Invalid', message: client.message }] : []),
  ];
  return [condition('Accepted', errors.at(-1)), condition('ResolvedRefs', resolvedRefs)];
}

function condition(
  type: 'Accepted' | 'ResolvedRefs',
  error: { readonly reason: string; readonly message: string } | undefined,
): PredictedCondition {
  if (error === undefined)
    return { type, status: 'True', reason: type, message: 'Configuration is valid' };
  return { type, status: 'False', reason: error.reason, message: error.message };
}
