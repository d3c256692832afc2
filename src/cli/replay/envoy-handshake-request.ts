import { envoyEngine } from '../../core/handshake/exchange/envoy/envoy-engine.ts';
import { NGINX_PROFILES } from '../../core/handshake/exchange/profile.ts';
import type { ExchangeRequest } from '../../core/handshake/exchange/types.ts';
import type {
  BackendSide,
  GatewaySide,
  ServerBlock,
  StrictSoftware,
} from '../../core/handshake/exchange/sides.ts';
import { isTlsVersion, versionRange, type TlsVersion } from '../../core/tls/tls-version.ts';
import type { LoadedFile } from '../../core/verify/loading/index.ts';
import { fieldsOf, textOf, type Fields } from './json.ts';

/** The recorded client is BoringSSL 0.20260413, that of Envoy 1.38 and 1.39. */
const engine = envoyEngine({ enforcesRsaKeyUsage: true, quotesFailure: false });

/** Recorded servers by `kind`, with the versions that they allow when the row names none. */
const SERVERS: Readonly<
  Record<string, { readonly software: StrictSoftware; readonly lowest: TlsVersion }>
> = {
  'go-1.19': { software: 'go', lowest: 'TLSv1' },
  'openssl-node': { software: 'node', lowest: 'TLSv1.2' },
  'openssl-s_server-verify_return_error': { software: 'openssl', lowest: 'TLSv1.2' },
};

/** One recorded handshake between Envoy and a server as an exchange; null for a server this build does not know. */
export function envoyHandshakeRequest(
  row: Fields,
): Omit<ExchangeRequest, 'at' | 'checkSignature' | 'crypto'> | null {
  const backend = backendSide(fieldsOf(row.backend));
  if (backend === null) return null;
  const gateway = gatewaySide(fieldsOf(row.gateway));
  return { gateway, backend, engine, profile: NGINX_PROFILES['deb-tls13'] };
}

function gatewaySide(gateway: Fields): GatewaySide {
  const trust = fileOf(gateway.ca);
  const certificate = fileOf(gateway.clientCertificate);
  const key = fileOf(gateway.clientKey);
  const alpn = namesOf(gateway.alpn);
  const sni = textOf(gateway.sni) ?? '';
  const matchers = namesOf(gateway.sans) ?? [];
  return {
    scheme: 'https',
    verify: trust !== undefined,
    sendServerName: sni !== '',
    name: sni,
    depth: 100,
    matchers: matchers.map((value) => ({ san: 'dns', match: 'exact', value })),
    versions: versionRange(
      versionOf(gateway.min, 'TLSv1.2', 'TLSv'),
      versionOf(gateway.max, 'TLSv1.2', 'TLSv'),
    ),
    ...(trust && { trust }),
    ...(certificate && key && { pair: { certificate, key } }),
    ...(alpn && { alpn }),
  };
}

function backendSide(backend: Fields): BackendSide | null {
  const kind = textOf(backend.kind) ?? '';
  if (kind === 'plaintext') return { kind: textOf(backend.answers) ? 'plaintext' : 'closes' };
  const known = SERVERS[kind];
  if (known === undefined) return null;
  const { software, lowest } = known;
  return { kind: 'strict', software, servers: serverBlocks(backend, lowest) };
}

/** A server that knows one name only refuses every other. */
function serverBlocks(backend: Fields, lowest: TlsVersion): readonly ServerBlock[] {
  const only = textOf(backend.sni);
  const block = serverBlock(backend, lowest);
  if (only === undefined) return [block];
  return [
    { ...block, reject: true },
    { ...block, names: [only], isDefault: false },
  ];
}

function serverBlock(backend: Fields, lowest: TlsVersion): ServerBlock {
  const certificate = fileOf(backend.chain);
  const clientCa = fileOf(backend.clientCa);
  const ciphers = textOf(backend.ciphers);
  const alpn = namesOf(backend.alpn);
  const schemes = textOf(backend.sigalgs)?.split(':');
  return {
    names: [],
    isDefault: true,
    reject: false,
    verifyClient: clientCa === undefined ? 'off' : 'on',
    depth: 100,
    versions: versionRange(versionOf(backend.min, lowest), versionOf(backend.max, 'TLSv1.3')),
    ...(certificate && { pair: { certificate } }),
    ...(clientCa && { clientCa }),
    ...(ciphers !== undefined && { ciphers }),
    ...(alpn && { alpn }),
    ...(schemes && { schemes }),
  };
}

function versionOf(value: unknown, otherwise: TlsVersion, prefix = ''): TlsVersion {
  const text = `${prefix}${textOf(value) ?? ''}`;
  return isTlsVersion(text) ? text : otherwise;
}

function namesOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value)
    ? value.filter((name): name is string => typeof name === 'string')
    : undefined;
}

function fileOf(value: unknown): LoadedFile | undefined {
  const pem = textOf(value);
  return pem === undefined ? undefined : { path: '<inline>', pem };
}
