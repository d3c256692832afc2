import type { PolicyTarget, Resolution } from '../../gateway-api/index.ts';

/** The policy that NGINX Gateway Fabric takes for a Service port, and those it reports as Conflicted. */
export interface SelectedPolicy {
  readonly winner: PolicyTarget;
  readonly losers: readonly PolicyTarget[];
}

/**
 * Age and name alone decide: a sectionName gives no precedence, so an older policy for the whole Service
 * beats a newer one for the port. The Gateway API orders them the other way round.
 *
 * @see NGF graph/backend_refs.go `findBackendTLSPolicyForService`
 */
export function selectPolicy(
  { policyTargets }: Pick<Resolution, 'policyTargets'>,
  serviceKey: string,
  portName: string | undefined,
): SelectedPolicy | undefined {
  const [winner, ...losers] = (policyTargets.get(serviceKey) ?? []).filter(
    ({ sectionName }) => sectionName === undefined || sectionName === (portName ?? ''),
  );
  return winner === undefined ? undefined : { winner, losers };
}
