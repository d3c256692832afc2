import { itemsAt, kinds, numberAt, stringAt, type Connection } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldRef } from '../../model/index.ts';
import { httpProtocolOptions, transportSocket } from '../envoy-entries.ts';
import type { UpstreamTls } from '../types.ts';
import type { YamlEntry, YamlItem } from '../yaml-lines.ts';
import { backendOutcome } from './backend-outcome.ts';
import type { KgatewayState } from './kgateway-state.ts';
import { clusterSocket } from './cluster-socket.ts';

/** Service `appProtocol`s that make the backend an HTTP/2 one. */
export const HTTP2_PROTOCOLS: ReadonlySet<string> = new Set([
  'http2',
  'grpc',
  'grpc-web',
  'kubernetes.io/h2c',
]);

/**
 * One Envoy cluster, keys in the order in which they are written, as far as it decides where the connection goes
 * and how it is secured.
 *
 * @see kgateway translator/irtranslator/backend.go, extensions2/plugins/backend/static.go
 */
export function clusterEntries(
  state: KgatewayState,
  connection: Connection,
  backend: ManifestObject,
  name: string,
  upstream: UpstreamTls,
): readonly YamlEntry[] {
  const { backend: target } = connection;
  const portName = target.kind === 'service' ? target.portName : undefined;
  const outcome = backendOutcome(state, backend.key, portName);
  const hosts = itemsAt(backend.value, HOSTS);
  const from = target.reference.from;
  const isService = `${backend.group}/${backend.kind}` === kinds.service;
  const isForwardProxy = !isService && hosts.length === 0;
  const socket = clusterSocket(state.resolution.index, outcome, upstream);
  const discovery = isService ? EDS : [];
  return [
    ...(isService ? [] : [clusterType(hosts.length > 0)]),
    ...discovery.filter(({ key }) => key !== 'type'),
    ...(hosts.length > 0 ? [loadAssignment(backend, name)] : []),
    { key: 'name', value: name, from },
    ...(socket === undefined ? [] : [transportSocket(socket.name, socket.typedConfig)]),
    ...discovery.filter(({ key }) => key === 'type'),
    ...protocolOptions(connection, upstream, isForwardProxy),
  ];
}

const HOSTS = ['spec', 'static', 'hosts'];

const EDS: readonly YamlEntry[] = [
  {
    key: 'edsClusterConfig',
    value: {
      map: [
        {
          key: 'edsConfig',
          value: {
            map: [
              { key: 'ads', value: { map: [] } },
              { key: 'resourceApiVersion', value: 'V3' },
            ],
          },
        },
      ],
    },
  },
  { key: 'type', value: 'EDS' },
];

/** Hosts are looked up as they are written; a dynamic forward proxy looks up the host of the request. */
function clusterType(hasHosts: boolean): YamlEntry {
  const dns: readonly YamlEntry[] = [
    { key: 'name', value: 'envoy.clusters.dns' },
    {
      key: 'typedConfig',
      value: {
        map: [
          {
            key: '@type',
            value: 'type.googleapis.com/envoy.extensions.clusters.dns.v3.DnsCluster',
          },
          { key: 'dnsLookupFamily', value: 'V4_PREFERRED' },
        ],
      },
    },
  ];
  const proxy = [{ key: 'name', value: 'envoy.clusters.dynamic_forward_proxy' }];
  return { key: 'clusterType', value: { map: hasHosts ? dns : proxy } };
}

function loadAssignment(backend: ManifestObject, name: string): YamlEntry {
  const list = itemsAt(backend.value, HOSTS).map((host, at): YamlItem => {
    const from = { objectId: backend.id, path: [...HOSTS, at] };
    return { value: [endpoint(host, from)], from };
  });
  return {
    key: 'loadAssignment',
    value: {
      map: [
        { key: 'clusterName', value: name },
        {
          key: 'endpoints',
          value: { list: [{ value: [{ key: 'lbEndpoints', value: { list } }] }] },
        },
      ],
    },
  };
}

function endpoint(host: Parameters<typeof stringAt>[0], from: FieldRef): YamlEntry {
  const name = stringAt(host, ['host']) ?? '';
  const port = numberAt(host, ['port']) ?? 0;
  const socketAddress = [
    { key: 'address', value: name },
    { key: 'portValue', value: port, from: { ...from, path: [...from.path, 'port'] } },
  ];
  const address = [{ key: 'socketAddress', value: { map: socketAddress } }];
  const map = [
    { key: 'address', value: { map: address } },
    { key: 'healthCheckConfig', value: { map: [{ key: 'hostname', value: name }] } },
    { key: 'hostname', value: name },
  ];
  return {
    key: 'endpoint',
    value: { map },
    from: { ...from, path: [...from.path, 'host'] },
  };
}

function protocolOptions(
  { backend }: Connection,
  { mode }: UpstreamTls,
  isForwardProxy: boolean,
): readonly YamlEntry[] {
  const protocol = backend.kind === 'service' ? backend.appProtocol : undefined;
  const http2 = [{ key: 'http2ProtocolOptions', value: { map: [] } }];
  if (protocol !== undefined && HTTP2_PROTOCOLS.has(protocol))
    return [httpProtocolOptions([{ key: 'explicitHttpConfig', value: { map: http2 } }])];
  if (!isForwardProxy || mode !== 'tls') return [];
  const auto = [
    { key: 'autoSanValidation', value: true },
    { key: 'autoSni', value: true },
  ];
  return [httpProtocolOptions([{ key: 'upstreamHttpProtocolOptions', value: { map: auto } }])];
}
