import { itemsAt, valueAt, type Connection, type Resolution } from '../../gateway-api/index.ts';
import type { FieldRef } from '../../model/index.ts';
import type { DataPlaneConfig, DataPlaneLine } from '../data-plane.ts';
import {
  httpProtocolOptions,
  TLS_SOCKET,
  transportSocket,
  UPSTREAM_TLS_CONTEXT,
} from '../envoy-entries.ts';
import type { UpstreamTls } from '../types.ts';
import { yamlLines, type YamlEntry } from '../yaml-lines.ts';
import type { EnvoyGatewayOptions } from './context.ts';
import { programEnvoyGateway, translate } from './program-envoy-gateway.ts';
import type { TranslatedConnection } from './types.ts';
import { secretLines } from './secret-lines.ts';
import { upstreamProtocol } from './upstream-protocol.ts';
import { upstreamTlsContext } from './upstream-tls-context.ts';

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
    clusterType(translated),
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

function clusterType({ outcome }: TranslatedConnection): YamlEntry {
  const { from } = outcome.reference;
  if (outcome.dynamicResolver) {
    const name = { key: 'name', value: 'envoy.clusters.dynamic_forward_proxy' };
    return { key: 'clusterType', value: { map: [name] }, from };
  }
  const endpoints = itemsAt(outcome.backend?.value, ['spec', 'endpoints']);
  const isNamed = endpoints.some((endpoint) => valueAt(endpoint, ['fqdn']) !== undefined);
  return { key: 'type', value: isNamed ? 'STRICT_DNS' : 'EDS', from };
}

/** The socket of each backend is found by a name in the endpoint's metadata. */
function transportSockets(
  translated: TranslatedConnection,
  cluster: string,
  upstream: UpstreamTls,
): readonly YamlEntry[] {
  const { rule, outcome } = translated;
  if (!outcome.tls) return [];
  const used = rule.backends.filter(({ weight }) => weight > 0);
  const name = `${cluster}/tls/${used.indexOf(outcome)}`;
  const context = upstreamTlsContext(outcome.tls, translated, upstream);
  const dummy: readonly YamlEntry[] = [
    { key: '@type', value: UPSTREAM_TLS_CONTEXT },
    { key: 'commonTlsContext', value: { map: [] } },
  ];
  const match: readonly YamlEntry[] = [
    { key: 'match', value: { map: [{ key: 'name', value: name }] } },
    { key: 'name', value: name },
    transportSocket(TLS_SOCKET, context),
  ];
  return [
    transportSocket('dummy.transport_socket', dummy),
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
  return [
    httpProtocolOptions([
      { key: isAuto ? 'autoConfig' : 'explicitHttpConfig', value: { map: versions } },
      ...(auto.length === 0 ? [] : [{ key: 'upstreamHttpProtocolOptions', value: { map: auto } }]),
    ]),
  ];
}

function requestNames({ rule, outcome }: TranslatedConnection): readonly YamlEntry[] {
  const { backend, tls, dynamicResolver } = outcome;
  if (!tls || tls.validation.sni !== undefined) return [];
  const source = backend && { from: { objectId: backend.id, path: ['spec', 'tls'] } };
  if (dynamicResolver)
    return [
      { key: 'autoSanValidation', value: true, ...source },
      { key: 'autoSni', value: true, ...source },
    ];
  return rule.sniFromRequest ? [{ key: 'autoSni', value: true, ...source }] : [];
}
