import { stringAt, valueAt, type PolicyTarget, type Reference } from '../../gateway-api/index.ts';
import type { EnvoyGatewayContext } from './context.ts';

/**
 * The BackendTLSPolicy for a backend: age, then name; from 1.9 on one that names the port goes before one for the
 * whole target. Group, kind and name are compared as written, so `group: core` never matches.
 *
 * @param sectionName port name of a Service or ServiceImport, port number of a Backend; undefined when the
 *   backendRef has no port or the port no name
 * @see internal/gatewayapi/backendtlspolicy.go `getBackendTLSPolicy`
 */
export function selectPolicy(
  { resolution, traits }: EnvoyGatewayContext,
  { target }: Reference,
  sectionName: string | undefined,
): PolicyTarget | undefined {
  const { index, policyTargets } = resolution;
  const matching = (policyTargets.get(target.key) ?? []).filter((candidate) => {
    const policy = index.byId.get(candidate.policyId);
    const written = valueAt(policy?.value, ['spec', 'targetRefs', candidate.targetIndex]);
    return (
      (stringAt(written, ['group']) ?? '') === target.group &&
      (candidate.sectionName === undefined || candidate.sectionName === sectionName)
    );
  });
  const specific = matching.find((candidate) => candidate.sectionName !== undefined);
  return (traits.sectionFirst ? specific : undefined) ?? matching[0];
}
