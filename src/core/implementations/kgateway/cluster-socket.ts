import { stringAt, valueAt, type ObjectIndex } from '../../gateway-api/index.ts';
import { TLS_SOCKET, transportSocket } from '../envoy-entries.ts';
import type { UpstreamTls } from '../types.ts';
import type { YamlEntry } from '../yaml-lines.ts';
import type { BackendOutcome } from './backend-outcome.ts';
import { upstreamTlsContext } from './upstream-tls-context.ts';

interface Socket {
  readonly name: string;
  readonly typedConfig: readonly YamlEntry[];
}

const PROXY_PROTOCOL =
  'type.googleapis.com/envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport';
const RAW_BUFFER = 'type.googleapis.com/envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer';

/** The transport socket: TLS, with proxy protocol around it where that is asked for; undefined for plain TCP. */
export function clusterSocket(
  index: ObjectIndex,
  outcome: BackendOutcome,
  upstream: UpstreamTls,
): Socket | undefined {
  const inner: Socket | undefined =
    upstream.mode === 'tls'
      ? { name: TLS_SOCKET, typedConfig: upstreamTlsContext(index, upstream) }
      : undefined;
  const wrapper = outcome.configPolicies.find(({ proxyProtocol }) => proxyProtocol)?.policy;
  if (wrapper === undefined) return inner;
  const path = ['spec', 'upstreamProxyProtocol'];
  const version = stringAt(valueAt(wrapper.value, path), ['version']);
  const from = { objectId: wrapper.id, path };
  const raw = { name: 'envoy.transport_sockets.raw_buffer', typedConfig: [type(RAW_BUFFER)] };
  const { name, typedConfig } = inner ?? raw;
  const config = version === undefined ? [] : [{ key: 'version', value: version }];
  return {
    name: 'envoy.transport_sockets.upstream_proxy_protocol',
    typedConfig: [
      { ...type(PROXY_PROTOCOL), from },
      { key: 'config', value: { map: config }, from },
      transportSocket(name, typedConfig),
    ],
  };
}

function type(name: string): YamlEntry {
  return { key: '@type', value: name };
}
