import type { NginxProfile } from '../../core/handshake/exchange/profile.ts';
import type { TlsVersion } from '../../core/tls/tls-version.ts';
import type { ExchangeRequest } from '../../core/handshake/exchange/types.ts';
import type { BackendSide, GatewaySide, ServerBlock } from '../../core/handshake/exchange/sides.ts';
import type { LoadedFile } from '../../core/verify/loading/index.ts';
import type { VerifyClient } from '../../core/workload/types.ts';
import { fieldsOf, textOf, type Fields } from './json.ts';

/** Where NGINX Gateway Fabric and the guide's backend keep their files; the recorded messages name these paths. */
const PATHS = {
  trust: '/etc/nginx/secrets/cert_bundle_default_backend-cert.crt',
  gatewayPair:
    '/etc/nginx/secrets/ssl_keypair_default_gateway-presents-this-cert-for-validation.pem',
  backendChain: '/etc/nginx/ssl/secret/tls.crt',
  backendKey: '/etc/nginx/ssl/secret/tls.key',
  clientCa: '/etc/nginx/ssl/configmap/ca.crt',
} as const;

/** `server_name` of the backend's server block in every recorded row. */
const BACKEND_NAME = 'secure-app.example.com';

/** One recorded row as the exchange that produced it. */
export function nginxRequest(
  row: Fields,
  profile: NginxProfile,
): Pick<ExchangeRequest, 'gateway' | 'backend'> {
  return { gateway: gatewaySide(row), backend: backendSide(row, profile) };
}

function gatewaySide(row: Fields): GatewaySide {
  const proxy = fieldsOf(row.proxy);
  const pem = fieldsOf(row.pem);
  const directives = textOf(proxy.extraGatewayDirectives) ?? '';
  const pair = proxy.clientCertificate === true ? gatewayPair(pem) : undefined;
  const trust = fileOf(PATHS.trust, pem['gateway-ca.crt']);
  return {
    scheme: proxy.scheme === 'http' ? 'http' : 'https',
    verify: proxy.proxy_ssl_verify === 'on',
    sendServerName: proxy.proxy_ssl_server_name === 'on',
    name: textOf(proxy.proxy_ssl_name) ?? '',
    depth: typeof proxy.proxy_ssl_verify_depth === 'number' ? proxy.proxy_ssl_verify_depth : 1,
    ...(trust && { trust }),
    ...(pair && { pair }),
    ...tlsDirectives(directives, 'proxy_ssl_'),
  };
}

/** NGINX Gateway Fabric writes tls.crt, a line end and tls.key into one file and names it in both directives. */
function gatewayPair(pem: Fields): GatewaySide['pair'] {
  const text = `${bytesOf(pem['client-tls.crt']) ?? ''}\n${bytesOf(pem['client-tls.key']) ?? ''}`;
  const file = { path: PATHS.gatewayPair, pem: text };
  return { certificate: file, key: file };
}

function backendSide(row: Fields, profile: NginxProfile): BackendSide {
  const backend = fieldsOf(row.backend);
  switch (backend.kind) {
    case 'none':
      return { kind: 'refuses-connection' };
    case 'closer':
      return { kind: 'closes' };
    case 'rst':
      return { kind: 'resets' };
    case 'silent':
      return { kind: 'silent' };
    case 's_server':
      return { kind: 'strict', servers: [{ ...mainServer(row, profile), depth: 4 }] };
    case 'nginx':
      return isPlain(row)
        ? { kind: 'plaintext' }
        : { kind: 'nginx', servers: [mainServer(row, profile), ...extraServers(backend)] };
    default:
      return { kind: 'unknown' };
  }
}

/** The form has no column for a port without TLS; the row's description is where it is recorded. */
function isPlain(row: Fields): boolean {
  return (textOf(row.description) ?? '').includes('backend port is plain HTTP');
}

function mainServer(row: Fields, profile: NginxProfile): ServerBlock {
  const backend = fieldsOf(row.backend);
  const pem = fieldsOf(row.pem);
  const clientCa = fileOf(PATHS.clientCa, pem['backend-client-ca.crt']);
  const tls = tlsDirectives(textOf(backend.extraBackendDirectives) ?? '', 'ssl_');
  return {
    names: [BACKEND_NAME],
    isDefault: false,
    reject: false,
    pair: {
      certificate:
        fileOf(PATHS.backendChain, pem['backend-tls.crt']) ?? emptyFile(PATHS.backendChain),
      key: fileOf(PATHS.backendKey, pem['backend-tls.key']) ?? emptyFile(PATHS.backendKey),
    },
    verifyClient: verifyClientOf(backend.ssl_verify_client),
    ...(clientCa && { clientCa }),
    depth: typeof backend.ssl_verify_depth === 'number' ? backend.ssl_verify_depth : 1,
    ...tls,
    versions: (tls.versions ?? profile.backendVersions).filter((version) =>
      profile.backendVersions.includes(version),
    ),
  };
}

/** Further server blocks are recorded as configuration text; their files are not among the recorded ones. */
function extraServers(backend: Fields): ServerBlock[] {
  const text = textOf(backend.extraHttp) ?? '';
  return text
    .split(/\bserver\s*\{/)
    .slice(1)
    .map((block) => ({
      names: (/\bserver_name\s+([^;]+);/.exec(block)?.[1] ?? '').split(/\s+/),
      isDefault: /\blisten\b[^;]*\bdefault_server\b/.test(block),
      reject: /\bssl_reject_handshake\s+on\b/.test(block),
      verifyClient: 'off' as const,
      depth: 1,
    }));
}

function tlsDirectives(
  text: string,
  prefix: 'ssl_' | 'proxy_ssl_',
): { versions?: readonly TlsVersion[]; ciphers?: string } {
  const value = (name: string) =>
    new RegExp(`(?:^|[\\s;])${prefix}${name}\\s+([^;]+);`).exec(text)?.[1];
  const protocols = value('protocols');
  const ciphers = value('ciphers');
  return {
    ...(protocols !== undefined && { versions: protocols.split(/\s+/).filter(isTlsVersion) }),
    ...(ciphers !== undefined && { ciphers }),
  };
}

function isTlsVersion(text: string): text is TlsVersion {
  return /^TLSv1(?:\.[123])?$/.test(text);
}

function verifyClientOf(value: unknown): VerifyClient {
  return value === 'on' || value === 'optional' || value === 'optional_no_ca' ? value : 'off';
}

function fileOf(path: string, value: unknown): LoadedFile | undefined {
  const pem = bytesOf(value);
  return pem === undefined ? undefined : { path, pem };
}

function emptyFile(path: string): LoadedFile {
  return { path, pem: '' };
}

/** Bytes that are no text are recorded as `base64:…`; they become one char a byte. */
function bytesOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (!text?.startsWith('base64:')) return text;
  return Buffer.from(text.slice('base64:'.length), 'base64').toString('latin1');
}
