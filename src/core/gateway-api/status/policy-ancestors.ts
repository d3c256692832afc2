import type { ManifestObject } from '../../manifest/types.ts';
import { numberAt, valueAt } from '../json.ts';
import { servicePorts } from '../service-ports.ts';
import type { PolicyTarget, Resolution } from '../types.ts';

/** `status.ancestors` takes 16 entries; a controller must not add more (policy_types.go L244-279). */
const MOST_ANCESTORS = 16;

/** Gateways for which a target of a policy is relevant, in the order of the routes that lead there. */
export type AncestorsOf = (targetKey: string, target: PolicyTarget) => readonly ManifestObject[];

/**
 * Finds the ancestors of policies: every Gateway with an attached route whose backendRefs, those of filters included,
 * name the target, and the port where sectionName names one (policy_types.go L244-265).
 */
export function policyAncestors({ index, references, attachments }: Resolution): AncestorsOf {
  const gatewaysOfRoute = new Map<string, string[]>();
  for (const { routeId, gatewayId, listeners } of attachments)
    if (gatewayId !== undefined && listeners.length > 0)
      gatewaysOfRoute.set(routeId, [...(gatewaysOfRoute.get(routeId) ?? []), gatewayId]);
  const uses = new Map<
    string,
    { readonly port: number | undefined; readonly gateways: string[] }[]
  >();
  for (const { kind, from, target } of references) {
    const gateways = kind === 'backendRef' ? gatewaysOfRoute.get(from.objectId) : undefined;
    if (gateways === undefined) continue;
    const port = numberAt(valueAt(index.byId.get(from.objectId)?.value, from.path), ['port']);
    uses.set(target.key, [...(uses.get(target.key) ?? []), { port, gateways }]);
  }
  return (targetKey, { sectionName }) => {
    const service = index.byKey.get(targetKey);
    const wanted = service && portNumber(service, sectionName);
    const ids = (uses.get(targetKey) ?? [])
      .filter(({ port }) => wanted === undefined || port === wanted)
      .flatMap(({ gateways }) => gateways);
    return [...new Set(ids)]
      .slice(0, MOST_ANCESTORS)
      .map((id) => index.byId.get(id))
      .filter((gateway) => gateway !== undefined);
  };
}

/** A section that does not exist is the whole Service's concern: the policy is told to have no target there. */
function portNumber(service: ManifestObject, sectionName: string | undefined): number | undefined {
  if (sectionName === undefined) return undefined;
  return servicePorts(service).find(({ name }) => name === sectionName)?.port;
}
