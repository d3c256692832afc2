import type { ManifestObject } from '../manifest/types.ts';
import type { ImplementationId } from '../model/index.ts';
import { stringAt } from './json.ts';
import { groups, kinds } from './kinds.ts';
import { objectKey } from '../manifest/object-key.ts';
import type { DetectedImplementation, ObjectIndex } from './types.ts';

/** `GatewayClass.spec.controllerName` as each project ships it. */
const CONTROLLERS: Readonly<Record<string, ImplementationId>> = {
  'gateway.nginx.org/nginx-gateway-controller': 'nginx-gateway-fabric',
  'gateway.envoyproxy.io/gatewayclass-controller': 'envoy-gateway',
  'kgateway.dev/kgateway': 'kgateway',
  'kgateway.dev/agentgateway': 'agentgateway',
  'agentgateway.dev/agentgateway': 'agentgateway',
};

/** The controllerName that a GatewayClass of each implementation has today. */
export const controllerNames: Readonly<Record<ImplementationId, string>> = {
  'nginx-gateway-fabric': 'gateway.nginx.org/nginx-gateway-controller',
  'envoy-gateway': 'gateway.envoyproxy.io/gatewayclass-controller',
  kgateway: 'kgateway.dev/kgateway',
  agentgateway: 'agentgateway.dev/agentgateway',
};

/** GatewayClass names that the projects' own installation makes. */
const WELL_KNOWN_CLASSES: Readonly<Record<string, ImplementationId>> = {
  nginx: 'nginx-gateway-fabric',
  eg: 'envoy-gateway',
  kgateway: 'kgateway',
  agentgateway: 'agentgateway',
};

/**
 * Tells which implementation runs a Gateway: the user's choice, else the controller of its GatewayClass,
 * else, when the class is not among the files, a well-known class name.
 */
export function detectImplementation(
  index: ObjectIndex,
  gateway: ManifestObject,
  overrides: Readonly<Record<string, ImplementationId>>,
): DetectedImplementation {
  const override = overrides[gateway.key];
  if (override !== undefined) return { id: override, how: 'override', evidence: override };
  const className = stringAt(gateway.value, ['spec', 'gatewayClassName']) ?? '';
  const gatewayClass = index.byKey.get(objectKey(groups.gateway, 'GatewayClass', '', className));
  if (gatewayClass !== undefined) {
    const controller = stringAt(gatewayClass.value, ['spec', 'controllerName']) ?? '';
    const id = lookup(CONTROLLERS, controller) ?? configuredEnvoyGateway(index, controller);
    return { id, how: id === null ? 'unknown' : 'controller-name', evidence: controller };
  }
  const id = lookup(WELL_KNOWN_CLASSES, className);
  return { id, how: id === null ? 'unknown' : 'well-known-class', evidence: className };
}

/** The implementation whose controller goes by this name where nobody changed it; null for any other name. */
export function implementationOfController(controllerName: string): ImplementationId | null {
  return lookup(CONTROLLERS, controllerName);
}

/** Envoy Gateway's controller name can be changed in its configuration. */
function configuredEnvoyGateway(index: ObjectIndex, controller: string): ImplementationId | null {
  const configured = index
    .ofKind(kinds.envoyGateway)
    .some((config) => stringAt(config.value, ['gateway', 'controllerName']) === controller);
  return configured && controller !== '' ? 'envoy-gateway' : null;
}

function lookup(
  table: Readonly<Record<string, ImplementationId>>,
  key: string,
): ImplementationId | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
