import { kinds, type Resolution } from '../../gateway-api/index.ts';
import { attachRoutes } from '../../gateway-api/attach-routes.ts';
import type { RouteAttachment } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { rememberFor } from '../remember-for.ts';
import {
  gatewayClientCertificate,
  type GatewayClientCertificate,
} from './gateway-client-certificate.ts';
import { gatewayListeners, type AgentgatewayListener } from './listeners/gateway-listeners.ts';
import { translateTlsPolicy, type TlsPolicyVerdict } from './tls-policy.ts';
import { agentgatewayFeatures, type AgentgatewayFeatures } from './versions.ts';

/** Verdicts that many connections share, each worked out once for a resolution and a version. */
export interface AgentgatewayState {
  readonly resolution: Resolution;
  readonly features: AgentgatewayFeatures;
  /** Gateways that agentgateway runs. */
  readonly gateways: readonly ManifestObject[];
  /** Routes under those Gateways, TLSRoutes and TCPRoutes included. */
  readonly attachments: readonly RouteAttachment[];
  /** Gateways whose routes lead to an object, by its key, in the order of the Gateways. */
  readonly gatewaysOf: (targetKey: string) => readonly ManifestObject[];
  readonly tlsPolicy: (policy: ManifestObject) => TlsPolicyVerdict;
  /** The Gateway's own and those of its ListenerSets, in order of precedence. */
  readonly listeners: (gateway: ManifestObject) => readonly AgentgatewayListener[];
  readonly clientCertificate: (gateway: ManifestObject) => GatewayClientCertificate;
}

const states = new WeakMap<Resolution, Map<string, AgentgatewayState>>();

/** The state of one resolution; it ends with the resolution. */
export function agentgatewayState(resolution: Resolution, version: string): AgentgatewayState {
  const byVersion = states.get(resolution) ?? new Map<string, AgentgatewayState>();
  states.set(resolution, byVersion);
  const state = byVersion.get(version) ?? makeState(resolution, version);
  byVersion.set(version, state);
  return state;
}

function makeState(resolution: Resolution, version: string): AgentgatewayState {
  const features = agentgatewayFeatures(version);
  const { index, references, implementations } = resolution;
  const gateways = index
    .ofKind(kinds.gateway)
    .filter(({ key }) => implementations.get(key)?.id === 'agentgateway');
  const own = new Set(gateways.map(({ id }) => id));
  const layer7 = attachRoutes(index, references, [kinds.httpRoute, kinds.grpcRoute]);
  const layer4 = attachRoutes(index, references, [kinds.tlsRoute, kinds.tcpRoute]);
  const attachments = [...layer7, ...layer4].filter(({ gatewayId }) => own.has(gatewayId ?? ''));
  const reached = reachedTargets(resolution, attachments);
  return {
    resolution,
    features,
    gateways,
    attachments,
    gatewaysOf: (key) => gateways.filter(({ id }) => reached.get(key)?.has(id) === true),
    tlsPolicy: rememberFor((policy) => translateTlsPolicy(index, policy)),
    listeners: rememberFor((gateway) => gatewayListeners(resolution, features, gateway)),
    clientCertificate: rememberFor((gateway) => gatewayClientCertificate(index, gateway)),
  };
}

/** Ids of the Gateways by the key of what their routes name. */
function reachedTargets(
  { references }: Resolution,
  attachments: readonly RouteAttachment[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const gateways = new Map<string, string[]>();
  for (const { routeId, gatewayId, listeners } of attachments)
    if (gatewayId !== undefined && listeners.length > 0)
      gateways.set(routeId, [...(gateways.get(routeId) ?? []), gatewayId]);
  const reached = new Map<string, Set<string>>();
  for (const { kind, from, target } of references) {
    if (kind !== 'backendRef') continue;
    const ids = reached.get(target.key) ?? new Set<string>();
    for (const id of gateways.get(from.objectId) ?? []) ids.add(id);
    reached.set(target.key, ids);
  }
  return reached;
}
