import { encodePem } from '../../src/core/pki/encode-pem.ts';
import { Random } from '../../src/core/pki/random.testing.ts';
import type { GatewaySide, ServerBlock } from '../../src/core/handshake/exchange/sides.ts';
import type { TlsVersion } from '../../src/core/tls/tls-version.ts';
import type { LoadedFile } from '../../src/core/verify/loading/index.ts';
import { generateCase, type CaseOptions, type LiveCase } from './generate-case.ts';

/** A gateway and its backend: `server` is what the gateway verifies, `client` what the backend does. */
export interface LivePair {
  readonly number: number;
  readonly server: LiveCase;
  readonly client: LiveCase;
  readonly backendVersions: readonly TlsVersion[];
  readonly verifyClient: 'on' | 'off' | 'optional' | 'optional_no_ca';
  /** Whether the gateway has a certificate of its own. */
  readonly presents: boolean;
  readonly sendServerName: boolean;
}

/** The pair of that number: two cases, the client's from numbers that no other case has. */
export function generatePair(number: number, options: CaseOptions): LivePair {
  const random = new Random(options.seed * 1_000_003 + number + 2_000_000);
  return {
    number,
    server: generateCase(number, options),
    client: generateCase(number + 1_000_000, options),
    backendVersions: random.pick([['TLSv1.2'], ['TLSv1.2', 'TLSv1.3']] as const),
    verifyClient: random.pick(['on', 'on', 'on', 'off', 'optional', 'optional_no_ca'] as const),
    presents: random.chance(0.85),
    sendServerName: random.chance(0.5),
  };
}

/** The files of a pair by their names. */
export function pairFiles({ server, client }: LivePair): Readonly<Record<FileName, string>> {
  return {
    'backend.crt': certificates([server.leaf, ...server.others]),
    'backend.key': privateKey(server),
    'backend-ca.crt': certificates(server.anchors),
    'gateway.crt': certificates([client.leaf, ...client.others]),
    'gateway.key': privateKey(client),
    'gateway-ca.crt': certificates(client.anchors),
  };
}

export type FileName =
  | 'backend.crt'
  | 'backend.key'
  | 'backend-ca.crt'
  | 'gateway.crt'
  | 'gateway.key'
  | 'gateway-ca.crt';

function certificates(list: readonly { readonly der: Uint8Array }[]): string {
  return list.map(({ der }) => encodePem('CERTIFICATE', der)).join('');
}

function privateKey({ leaf }: LiveCase): string {
  return leaf.key.key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** What the backend agrees to: whatever the case has, at no security level. */
export const backendCiphers = 'DEFAULT:@SECLEVEL=0';

/** The level at which an nginx gateway verifies; above 2 the handshake itself refuses ordinary keys. */
export function gatewayCiphers({ server }: LivePair): string {
  return `DEFAULT:@SECLEVEL=${String(Math.min(server.securityLevel, 2))}`;
}

/** What every gateway of the pair is set up with; nginx adds ciphers and depth, Envoy its matchers. */
export function gatewaySide(pair: LivePair, folder: string): GatewaySide {
  const file = fileReader(pair, folder);
  return {
    scheme: 'https',
    verify: true,
    sendServerName: pair.sendServerName,
    name: pair.server.host,
    depth: pair.server.depth,
    trust: file('backend-ca.crt'),
    versions: ['TLSv1.2', 'TLSv1.3'],
    ...(pair.presents && { pair: { certificate: file('gateway.crt'), key: file('gateway.key') } }),
  };
}

/** The backend as nginx runs it. */
export function serverBlock(pair: LivePair, folder: string): ServerBlock {
  const file = fileReader(pair, folder);
  return {
    names: [],
    isDefault: true,
    reject: false,
    pair: { certificate: file('backend.crt'), key: file('backend.key') },
    verifyClient: pair.verifyClient,
    ...(pair.verifyClient !== 'off' && { clientCa: file('gateway-ca.crt') }),
    depth: pair.client.depth,
    versions: pair.backendVersions,
    ciphers: backendCiphers,
  };
}

function fileReader(pair: LivePair, folder: string): (name: FileName) => LoadedFile {
  const files = pairFiles(pair);
  return (name) => ({ path: `${folder}/${name}`, pem: files[name] });
}
