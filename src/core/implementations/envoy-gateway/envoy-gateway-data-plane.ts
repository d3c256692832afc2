import { itemsAt, valueAt, type Connection, type Resolution } from '../../gateway-api/index.ts';
import type { FieldRef } from '../../model/index.ts';
import type { DataPlaneConfig, DataPlaneLine } from '../data-plane.ts';
import type { UpstreamTls } from '../types.ts';
import { yamlLines, type YamlEntry } from '../yaml-lines.ts';
import type { EnvoyGatewayOptions } from './context.ts';
import { programEnvoyGateway, translate } from './program-envoy-gateway.ts';
import type { TranslatedConnection } from './types.ts';
import { secretLines } from './secret-lines.ts';
import { upstreamProtocol } from './upstream-protocol.ts';
import { upstreamTlsContext, UPSTREAM_TLS_CONTEXT } from './upstream-tls-context.ts';

/**
 * The part of Envoy's configuration that serves one connection: its cluster with the TLS context and the secrets
 * it asks for; a direct response where no cluster is used. Load balancing and health checks are left out. Keys
 * are never written.
 *
 * @param version release line or release, e.g. `1.9`
 */
export function envoyGatewayDataPlane(
  connection: Connection,
  resolution: Resolution,
  version: string,
  options: EnvoyGatewayOptions = {},
): DataPlaneConfig {
  const translated = translate(connection, resolution, version, options);
  if (translated === null) return { language: 'yaml', lines: [] };
  const { upstream } = programEnvoyGateway(connection, resolution, version, options);
  const lines =
    upstream.mode === 'blocked'
      ? blockedLines(translated, upstream)
      : clusterLines(translated, upstream);
  return { language: 'yaml', lines };
}

/** A rule without backends answers itself; a refused backend beside good ones keeps its weight. */
function blockedLines(
  { rule, outcome }: TranslatedConnection,
  { blockedStatus }: UpstreamTls,
): readonly DataPlaneLine[] {
  const from: FieldRef = outcome.refusal?.at ?? outcome.reference.from;
  if (rule.response !== undefined)
    return yamlLines([
      { key: 'directResponse', value: { map: [{ key: 'status', value: rule.response }] }, from },
    ]);
  if (blockedStatus !== 500) return [];
  const share: readonly YamlEntry[] = [
    { key: 'name', value: 'invalid-backend-cluster' },
    { key: 'weight', value: outcome.weight },
  ];
  return yamlLines([{ key: 'weightedClusters', value: { list: [{ value: share }] }, from }]);
}

function clusterLines(
  translated: TranslatedConnection,
  upstream: UpstreamTls,
): readonly DataPlaneLine[] {
  const { outcome, connection } = translated;
  const tls = outcome.tls ?? null;
  const name = clusterName(translated);
  const cluster = yamlLines([
    {
      key: 'name',
      value: name,
      from: { objectId: connection.routeId, path: ['metadata', 'name'] },
    },
    { key: 'connectTimeout', value: '10s' },
    { key: 'type', value: clusterType(translated), from: outcome.reference.from },
    ...(tls === null ? [] : transportSockets(translated, name, upstream)),
    ...protocolOptions(translated),
  ]);
  return tls === null ? cluster : [...cluster, ...secretLines(tls)];
}

/** One cluster a rule. */
function clusterName({ route, connection }: TranslatedConnection): string {
  const { kind, namespace, name } = route;
  return `${kind.toLowerCase()}/${namespace}/${name}/rule/${connection.ruleIndex}`;
}

function clusterType({ outcome }: TranslatedConnection): string {
  if (outcome.dynamicResolver) return 'envoy.clusters.dynamic_forward_proxy';
  const endpoints = itemsAt(outcome.backend?.value, ['spec', 'endpoints']);
  const isNamed = endpoints.some((endpoint) => valueAt(endpoint, ['fqdn']) !== undefined);
  return isNamed ? 'STRICT_DNS' : 'EDS';
}

/** The socket of each backend is found by a name in the endpoint's metadata. */
function transportSockets(
  { rule, outcome, state }: TranslatedConnection,
  cluster: string,
  upstream: UpstreamTls,
): readonly YamlEntry[] {
  if (!outcome.tls) return [];
  const used = rule.backends.filter(({ weight }) => weight > 0);
  const name = `${cluster}/tls/${used.indexOf(outcome)}`;
  const context = upstreamTlsContext(outcome.tls, outcome, upstream, state.context.traits);
  const socket = (socketName: string, typedConfig: readonly YamlEntry[]) => ({
    map: [
      { key: 'name', value: socketName },
      { key: 'typedConfig', value: { map: typedConfig } },
    ],
  });
  const dummy: readonly YamlEntry[] = [
    { key: '@type', value: UPSTREAM_TLS_CONTEXT },
    { key: 'commonTlsContext', value: { map: [] } },
  ];
  const match: readonly YamlEntry[] = [
    { key: 'match', value: { map: [{ key: 'name', value: name }] } },
    { key: 'name', value: name },
    { key: 'transportSocket', value: socket('envoy.transport_sockets.tls', context) },
  ];
  return [
    { key: 'transportSocket', value: socket('dummy.transport_socket', dummy) },
    { key: 'transportSocketMatches', value: { list: [{ value: match }] } },
  ];
}

/** HTTP version by ALPN over TLS, and SNI from the request. */
function protocolOptions(translated: TranslatedConnection): readonly YamlEntry[] {
  const { connection, outcome } = translated;
  const protocol = upstreamProtocol(connection.routeKind, outcome.appProtocols);
  const http2: YamlEntry = { key: 'http2ProtocolOptions', value: { map: [] } };
  const http1: YamlEntry = { key: 'httpProtocolOptions', value: { map: [] } };
  const versions = { http: [http2, http1], http2: [http2], http1: [http1] }[protocol];
  const isAuto = protocol === 'http' && outcome.tls !== null;
  const auto = requestNames(translated);
  if (protocol === 'http' && !isAuto) return [];
  const options: readonly YamlEntry[] = [
    {
      key: '@type',
      value: 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
    },
    { key: isAuto ? 'autoConfig' : 'explicitHttpConfig', value: { map: versions } },
    ...(auto.length === 0 ? [] : [{ key: 'upstreamHttpProtocolOptions', value: { map: auto } }]),
  ];
  const key = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';
  return [
    { key: 'typedExtensionProtocolOptions', value: { map: [{ key, value: { map: options } }] } },
  ];
}

function requestNames({ rule, outcome }: TranslatedConnection): readonly YamlEntry[] {
  const { backend, tls, dynamicResolver } = outcome;
  if (!tls || tls.validation.sni !== undefined || tls.validation.sniFromEndpoint !== undefined)
    return [];
  const source = backend && { from: { objectId: backend.id, path: ['spec', 'tls'] } };
  if (dynamicResolver)
    return [
      { key: 'autoSanValidation', value: true, ...source },
      { key: 'autoSni', value: true, ...source },
    ];
  return rule.sniFromRequest ? [{ key: 'autoSni', value: true, ...source }] : [];
}
