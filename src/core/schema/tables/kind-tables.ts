import type { StructuralSchema } from '../types.ts';
import { agentgatewayBackend, agentgatewayPolicy } from './agentgateway.ts';
import { backendTlsPolicy } from './backend-tls-policy.ts';
import type { Edition } from './edition.ts';
import { envoyBackend, envoyProxy } from './envoy-gateway.ts';
import { gatewayClass } from './gateway-class.ts';
import { gateway } from './gateway.ts';
import { grpcRoute } from './grpc-route.ts';
import { httpRoute } from './http-route.ts';
import { backendConfigPolicy, kgatewayBackend } from './kgateway.ts';
import type { KindTable, KindVersion } from './kind-table.ts';
import { listenerSet } from './listener-set.ts';
import { referenceGrant } from './reference-grant.ts';
import { GATEWAY_GROUP } from './shared-types.ts';
import { tlsRoute, tlsRouteV1alpha2 } from './tls-route.ts';
import { xBackend } from './x-backend.ts';

const X_GROUP = 'gateway.networking.x-k8s.io';
const always = (): boolean => true;
const experimental = (edition: Edition): boolean => edition.experimental;

function table(
  group: string,
  kind: string,
  versions: readonly KindVersion[],
  namespaced = true,
): KindTable {
  return { group, kind, namespaced, versions };
}

/** A version that is served wherever the CRD has it. */
function version(
  name: string,
  schema: (edition: Edition) => StructuralSchema,
  inCrd: (edition: Edition) => boolean = always,
): KindVersion {
  return { version: name, schema, inCrd, served: always };
}

/** An old version that is deprecated once v1 is there, and then served by the experimental channel only. */
function superseded(
  name: string,
  schema: (edition: Edition) => StructuralSchema,
  inCrd: (edition: Edition) => boolean,
  deprecated: (edition: Edition) => boolean,
): KindVersion {
  return { version: name, schema, inCrd, served: experimental, deprecated };
}

/** Which versions a release has, per channel: gateway-api `config/crd` at tags v1.3.0, v1.4.1, v1.5.1 and v1.6.1. */
export const gatewayApiTables: readonly KindTable[] = [
  table(
    GATEWAY_GROUP,
    'GatewayClass',
    [version('v1', gatewayClass), version('v1beta1', gatewayClass)],
    false,
  ),
  table(GATEWAY_GROUP, 'Gateway', [version('v1', gateway), version('v1beta1', gateway)]),
  table(GATEWAY_GROUP, 'HTTPRoute', [version('v1', httpRoute), version('v1beta1', httpRoute)]),
  table(GATEWAY_GROUP, 'GRPCRoute', [version('v1', grpcRoute)]),
  table(GATEWAY_GROUP, 'TLSRoute', [
    version('v1', tlsRoute, (edition) => edition.since('1.5')),
    superseded(
      'v1alpha2',
      tlsRouteV1alpha2,
      (edition) => edition.has('1.3', '1.5'),
      (edition) => edition.since('1.5'),
    ),
    superseded(
      'v1alpha3',
      tlsRoute,
      (edition) => edition.has('1.4', '1.5'),
      (edition) => edition.since('1.5'),
    ),
  ]),
  table(GATEWAY_GROUP, 'BackendTLSPolicy', [
    version('v1', backendTlsPolicy, (edition) => edition.since('1.4')),
    superseded(
      'v1alpha3',
      backendTlsPolicy,
      (edition) => edition.has('1.3', '1.4'),
      (edition) => edition.since('1.4'),
    ),
  ]),
  table(GATEWAY_GROUP, 'ReferenceGrant', [
    version('v1', referenceGrant, (edition) => edition.since('1.5')),
    version('v1beta1', referenceGrant),
  ]),
  table(GATEWAY_GROUP, 'ListenerSet', [
    version('v1', listenerSet, (edition) => edition.since('1.5')),
  ]),
  table(X_GROUP, 'XListenerSet', [
    version('v1alpha1', listenerSet, (edition) => edition.experimental && !edition.since('1.5')),
  ]),
  table(X_GROUP, 'XBackend', [version('v1alpha1', xBackend, (edition) => edition.has('1.6'))]),
];

/** Kinds of the controllers: their CRDs do not depend on the release of Gateway API. */
export const controllerTables: readonly KindTable[] = [
  table('agentgateway.dev', 'AgentgatewayBackend', [version('v1alpha1', agentgatewayBackend)]),
  table('agentgateway.dev', 'AgentgatewayPolicy', [version('v1alpha1', agentgatewayPolicy)]),
  table('gateway.envoyproxy.io', 'Backend', [version('v1alpha1', envoyBackend)]),
  table('gateway.envoyproxy.io', 'EnvoyProxy', [version('v1alpha1', envoyProxy)]),
  table('gateway.kgateway.dev', 'Backend', [version('v1alpha1', kgatewayBackend)]),
  table('gateway.kgateway.dev', 'BackendConfigPolicy', [version('v1alpha1', backendConfigPolicy)]),
];
