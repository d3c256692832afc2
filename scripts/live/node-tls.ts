import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import type { TlsOptions } from 'node:tls';
import { encodePem } from '../../src/core/pki/encode-pem.ts';
import { verifyOpenssl } from '../../src/core/verify/openssl/verify-openssl.ts';
import type { SignatureChecker, VerifyResult } from '../../src/core/verify/types.ts';
import type { LiveCase } from './generate-case.ts';
import { toRequest } from './our-verdict.ts';
import type { Comparison } from './report.ts';

/** What Node.js' client says of the server's certificate: null when it is content. */
type NodeAnswer =
  | { readonly kind: 'verified'; readonly error: string | null }
  | { readonly kind: 'no-handshake'; readonly reason: string };

/** Release line of the OpenSSL inside Node.js. */
export function nodeRelease(): '3.0' | '3.5' {
  return /^3\.[01]\./.test(process.versions.openssl) ? '3.0' : '3.5';
}

/**
 * A handshake in this process: Node.js' callback goes on after every error, so it tells the last one, as nginx does.
 * The server takes any key and chain (security level 0); the client verifies at the level of the case, at the time of
 * the machine.
 */
export async function compareWithNode(
  live: LiveCase,
  checkSignature: SignatureChecker,
): Promise<Comparison> {
  const request = toRequest(asServer(live), checkSignature);
  if (!request) return { outcome: 'apart', reason: 'not decoded here' };
  const theirs = await shakeHands(live);
  if (theirs.kind === 'no-handshake') {
    return { outcome: 'apart', reason: `without a handshake (${theirs.reason})` };
  }
  // Node.js leaves the depth at OpenSSL's default.
  const ours = await verifyOpenssl({
    ...request,
    depth: 100,
    securityLevel: live.securityLevel,
    release: nodeRelease(),
  });
  if (ours.unproven.length > 0) {
    return { outcome: 'apart', reason: 'with a signature not checked here' };
  }
  const expected = nodeCode(ours);
  if (expected === theirs.error) return { outcome: 'agree' };
  return { outcome: 'differ', theirs: String(theirs.error), ours: String(expected) };
}

/** Node.js is the client here, and is not given CRLs. */
function asServer(live: LiveCase): LiveCase {
  const copy: { -readonly [K in keyof LiveCase]: LiveCase[K] } = { ...live, purpose: 'server' };
  delete copy.crls;
  return copy;
}

/** The numbers that Node.js names (`src/crypto/crypto_common.cc: X509_ERR`); the others are all UNSPECIFIED. */
const named = new Set([
  2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25, 26, 27, 28,
  62, 79,
]);

function nodeCode({ last }: VerifyResult): string | null {
  if (!last) return null;
  return named.has(last.code) ? last.name.replace('X509_V_ERR_', '') : 'UNSPECIFIED';
}

function certificates(list: readonly { readonly der: Uint8Array }[]): string {
  return list.map(({ der }) => encodePem('CERTIFICATE', der)).join('');
}

async function shakeHands(live: LiveCase): Promise<NodeAnswer> {
  const options: TlsOptions = {
    key: live.leaf.key.key.export({ type: 'pkcs8', format: 'pem' }),
    cert: certificates([live.leaf, ...live.others]),
    ciphers: 'DEFAULT@SECLEVEL=0',
    minVersion: 'TLSv1.2',
  };
  let server;
  try {
    server = createServer(options, (socket) => {
      socket.on('error', () => undefined);
      socket.end();
    });
  } catch {
    return { kind: 'no-handshake', reason: 'the server does not load it' };
  }
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answer = await clientAnswer(live, port);
  server.close();
  return answer;
}

function clientAnswer(live: LiveCase, port: number): Promise<NodeAnswer> {
  return new Promise((resolve) => {
    try {
      const socket = connect({
        host: '127.0.0.1',
        port,
        servername: 'a.test',
        ca: live.anchors.map(({ der }) => encodePem('CERTIFICATE', der)),
        ciphers: `DEFAULT@SECLEVEL=${String(live.securityLevel)}`,
        rejectUnauthorized: false,
        checkServerIdentity: () => undefined,
      });
      socket.on('secureConnect', () => {
        const error: unknown = socket.authorizationError;
        const text = error instanceof Error ? error.message : (error as string | null | undefined);
        resolve({ kind: 'verified', error: text ?? null });
        socket.destroy();
      });
      socket.on('error', () => resolve({ kind: 'no-handshake', reason: 'it fails before' }));
    } catch {
      resolve({ kind: 'no-handshake', reason: 'the client does not load the anchors' });
    }
  });
}
