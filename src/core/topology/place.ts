import type { ReferenceKind } from '../gateway-api/types.ts';
import type { IdentityRole } from './roles.ts';
import type { Row, Tile } from './types.ts';

/** Rank and row of a node: left to right is the request, up is routing, down is identity. */
export interface Place {
  readonly row: Row;
  readonly rank: number;
  readonly tile: Tile;
}

const GATEWAY: Place = { row: 'traffic', rank: 0, tile: 'square' };
const GATEWAY_SETTINGS: Place = { row: 'routing', rank: 0, tile: 'square' };
const ROUTE: Place = { row: 'routing', rank: 1, tile: 'square' };
const GRANT: Place = { row: 'routing', rank: 3, tile: 'ink' };
const BACKEND: Place = { row: 'traffic', rank: 2, tile: 'square' };
const WORKLOAD: Place = { row: 'traffic', rank: 3, tile: 'square' };
const POLICY: Place = { row: 'server-identity', rank: 1, tile: 'ink' };

/**
 * Kinds that are drawn whenever they are among the files: they stand on a request path or carry
 * trust or permission themselves. Keys are `group/Kind`.
 */
const KINDS: Readonly<Record<string, Place>> = {
  'gateway.networking.k8s.io/Gateway': GATEWAY,
  'gateway.networking.k8s.io/GatewayClass': GATEWAY_SETTINGS,
  'gateway.networking.k8s.io/HTTPRoute': ROUTE,
  'gateway.networking.k8s.io/GRPCRoute': ROUTE,
  'gateway.networking.k8s.io/ReferenceGrant': GRANT,
  'gateway.networking.k8s.io/BackendTLSPolicy': POLICY,
  'gateway.envoyproxy.io/EnvoyProxy': GATEWAY_SETTINGS,
  'gateway.envoyproxy.io/Backend': BACKEND,
  'gateway.nginx.org/NginxProxy': GATEWAY_SETTINGS,
  'gateway.kgateway.dev/Backend': BACKEND,
  'gateway.kgateway.dev/BackendConfigPolicy': POLICY,
  'agentgateway.dev/AgentgatewayBackend': BACKEND,
  'agentgateway.dev/AgentgatewayPolicy': POLICY,
  '/Service': BACKEND,
  '/Pod': WORKLOAD,
  'apps/Deployment': WORKLOAD,
  'apps/StatefulSet': WORKLOAD,
  'apps/DaemonSet': WORKLOAD,
};

const IDENTITIES: Readonly<Record<IdentityRole, Place>> = {
  trust: { row: 'server-identity', rank: 2, tile: 'round' },
  presented: { row: 'server-identity', rank: 3, tile: 'round' },
  'client-certificate': { row: 'client-identity', rank: 0, tile: 'round' },
  'client-ca': { row: 'client-identity', rank: 3, tile: 'round' },
  'listener-certificate': { row: 'server-identity', rank: 0, tile: 'round' },
};

/** Where a kind stands, or null when the kind alone does not earn it a place. */
export function placeOfKind(group: string, kind: string): Place | null {
  return KINDS[`${group}/${kind}`] ?? null;
}

/** Where trust material stands, by what it is used for. */
export function placeOfRole(role: IdentityRole): Place {
  return IDENTITIES[role];
}

/** Where the target of a reference stands when neither kind nor role says it (ghosts, foreign kinds). */
export function placeOfTarget(kind: ReferenceKind): Place | null {
  switch (kind) {
    case 'parentRef':
      return GATEWAY;
    case 'backendRef':
    case 'policyTarget':
      return BACKEND;
    case 'parametersRef':
      return GATEWAY_SETTINGS;
    case 'caCertificateRef':
    case 'secretRef':
      return IDENTITIES.trust;
    case 'clientCertificateRef':
      return IDENTITIES['client-certificate'];
    case 'listenerCertificateRef':
      return IDENTITIES['listener-certificate'];
    case 'volume':
      return IDENTITIES.presented;
    case 'gatewayClass':
    case 'selector':
    case 'env':
      // A class is installed with its controller and rarely among the files; a selector and an
      // environment variable say nothing about identity. Their absence is told elsewhere.
      return null;
    default:
      return kind satisfies never;
  }
}
