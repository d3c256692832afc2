import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { YamlEntry } from '../yaml-lines.ts';
import type { SdsSource } from './tls-settings.ts';

/**
 * Where Envoy gets a secret from: the control plane, or a server of the user's own, which is a cluster named after
 * its socket.
 *
 * @param secret name of the control plane's secret, or the server and the name of the secret there
 */
export function secretConfig(secret: string | SdsSource): readonly YamlEntry[] {
  const isOwn = typeof secret === 'string';
  return [
    { key: 'name', value: isOwn ? secret : secret.secretName },
    map('sdsConfig', isOwn ? CONTROL_PLANE : server(secret)),
  ];
}

const CONTROL_PLANE: readonly YamlEntry[] = [
  { key: 'ads', value: { map: [] } },
  { key: 'resourceApiVersion', value: 'V3' },
];

/** @see internal/xds/translator `sdsClusterName` as the recorded clusters have it: the path and half its SHA-256. */
function server({ address }: SdsSource): readonly YamlEntry[] {
  const hash = bytesToHex(sha256(utf8ToBytes(address))).slice(0, 32);
  const clusterName = `sds${address.replaceAll('/', '_')}_${hash}`;
  const service = [map('envoyGrpc', [{ key: 'clusterName', value: clusterName }])];
  return [
    map('apiConfigSource', [
      { key: 'apiType', value: 'GRPC' },
      { key: 'grpcServices', value: { list: [{ value: service }] } },
    ]),
  ];
}

function map(key: string, entries: readonly YamlEntry[]): YamlEntry {
  return { key, value: { map: entries } };
}
