import { kinds } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { AgentgatewayState } from './agentgateway-state.ts';
import { tlsPolicyTargets, type TlsPolicyTarget } from './tls-policy-targets.ts';

/** One policy resource that the controller sends to the proxy of a Gateway. */
export interface PolicyResource {
  readonly gateway: ManifestObject;
  readonly policy: ManifestObject;
  readonly target: TlsPolicyTarget;
}

/** Target kinds that a BackendTLSPolicy may name; others are logged and left out. */
const TARGETS: ReadonlySet<string> = new Set([
  kinds.service,
  kinds.agentgatewayBackend,
  'inference.networking.k8s.io/InferencePool',
]);

/** Every BackendTLSPolicy target for every Gateway whose routes lead there; losers of a conflict are not sent. */
export function policyResources(state: AgentgatewayState): readonly PolicyResource[] {
  const policies = state.resolution.index.ofKind(kinds.backendTlsPolicy);
  return policies.flatMap((policy) =>
    tlsPolicyTargets(state.resolution, policy)
      .filter(({ reference, conflictsWith }) => {
        const { group, kind } = reference.target;
        return conflictsWith === undefined && TARGETS.has(`${group}/${kind}`);
      })
      .flatMap((target) =>
        state
          .gatewaysOf(target.reference.target.key)
          .map((gateway) => ({ gateway, policy, target })),
      ),
  );
}
