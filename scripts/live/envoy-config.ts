import { join } from 'node:path';
import { placeOf } from './nginx-config.ts';
import type { LivePair } from './pair.ts';

const types = 'type.googleapis.com/envoy.extensions';

/** What Envoy logs of each request, tabulated. */
export const accessFormat =
  '%RESPONSE_CODE%\t%RESPONSE_FLAGS%\t%UPSTREAM_TRANSPORT_FAILURE_REASON%\n';

/** A bootstrap with a listener and a cluster for each pair, as Envoy Gateway sets them up. */
export function envoyConfig(root: string, pairs: readonly LivePair[]): string {
  return JSON.stringify({
    static_resources: {
      listeners: pairs.map((pair) => listener(root, pair)),
      clusters: pairs.map((pair) => cluster(root, pair)),
    },
  });
}

function listener(root: string, pair: LivePair): object {
  const { gatewaySocket, gatewayLog } = placeOf(root, pair);
  const accessLog = {
    name: 'envoy.access_loggers.file',
    typed_config: {
      '@type': `${types}.access_loggers.file.v3.FileAccessLog`,
      path: gatewayLog,
      log_format: { text_format_source: { inline_string: accessFormat } },
    },
  };
  const router = {
    name: 'envoy.filters.http.router',
    typed_config: { '@type': `${types}.filters.http.router.v3.Router` },
  };
  const route = { match: { prefix: '/' }, route: { cluster: String(pair.number) } };
  const manager = {
    '@type': `${types}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
    stat_prefix: 'live',
    access_log: [accessLog],
    route_config: { virtual_hosts: [{ name: 'all', domains: ['*'], routes: [route] }] },
    http_filters: [router],
  };
  const name = 'envoy.filters.network.http_connection_manager';
  return {
    name: String(pair.number),
    address: { pipe: { path: gatewaySocket } },
    filter_chains: [{ filters: [{ name, typed_config: manager }] }],
  };
}

function cluster(root: string, pair: LivePair): object {
  const { folder, backendSocket } = placeOf(root, pair);
  const file = (name: string): object => ({ filename: join(folder, name) });
  const pairOfKeys = { certificate_chain: file('gateway.crt'), private_key: file('gateway.key') };
  const endpoint = { address: { pipe: { path: backendSocket } } };
  const name = String(pair.number);
  return {
    name,
    type: 'STATIC',
    connect_timeout: '5s',
    load_assignment: { cluster_name: name, endpoints: [{ lb_endpoints: [{ endpoint }] }] },
    transport_socket: {
      name: 'envoy.transport_sockets.tls',
      typed_config: {
        '@type': `${types}.transport_sockets.tls.v3.UpstreamTlsContext`,
        ...(pair.sendServerName && { sni: pair.server.host }),
        common_tls_context: {
          tls_params: {
            tls_minimum_protocol_version: 'TLSv1_2',
            tls_maximum_protocol_version: 'TLSv1_3',
          },
          ...(pair.presents && { tls_certificates: [pairOfKeys] }),
          validation_context: {
            trusted_ca: file('backend-ca.crt'),
            match_typed_subject_alt_names: [
              { san_type: 'DNS', matcher: { exact: pair.server.host } },
            ],
          },
        },
      },
    },
  };
}
