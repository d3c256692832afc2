import { beforeAll, describe, expect, it } from 'vitest';
import { makeLeaf } from '../pki/issuing/chain.testing.ts';
import type { PublicKeyInfo } from '../pki/types.ts';
import { envoyClient } from './envoy-offer.ts';
import { goServer } from './go-offers.ts';
import { isCurveOffered, negotiate } from './negotiate.ts';
import type { ClientOffer, ServerOffer } from './offers.ts';
import { opensslClient, opensslServer } from './openssl-offers.ts';
import { rustlsClient } from './rustls-offer.ts';
import { versionRange } from './tls-version.ts';

const NEW = versionRange('TLSv1.2', 'TLSv1.3');
const OLD = versionRange('TLSv1.2', 'TLSv1.2');
const KEYS = ['EC P-256', 'EC P-384', 'EC P-521', 'RSA 2048', 'Ed25519'] as const;

const keys = new Map<string, PublicKeyInfo>();
beforeAll(async () => {
  for (const keyAlgorithm of KEYS) {
    const leaf = await makeLeaf('app.test', undefined, { keyAlgorithm });
    keys.set(keyAlgorithm, leaf.certificate.publicKey);
  }
});

function agreed(client: ClientOffer, server: ServerOffer, key: (typeof KEYS)[number] = 'EC P-256') {
  const leafKey = keys.get(key);
  if (leafKey === undefined) throw new Error('no such key');
  const result = negotiate({ client, server, leafKey, keyUsable: true });
  return typeof result === 'string' ? result : `${result.version} ${result.cipher}`;
}

const openssl = (versions = NEW, ciphers?: string) =>
  opensslServer({ versions, ciphers, postQuantumSignatures: true });
const CLIENTS = {
  openssl: opensslClient({ versions: NEW, postQuantumSignatures: true }),
  envoy: envoyClient({ versions: NEW }),
  rustls: rustlsClient({ versions: NEW }),
};

describe('the suite', () => {
  it.each([
    ['openssl', openssl(), 'TLSv1.3 TLS_AES_256_GCM_SHA384'],
    ['envoy', openssl(), 'TLSv1.3 TLS_AES_128_GCM_SHA256'],
    ['rustls', openssl(), 'TLSv1.3 TLS_AES_256_GCM_SHA384'],
    ['envoy', openssl(OLD), 'TLSv1.2 ECDHE-ECDSA-AES128-GCM-SHA256'],
    ['rustls', openssl(OLD), 'TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384'],
    ['rustls', goServer(OLD, undefined), 'TLSv1.2 ECDHE-ECDSA-AES128-GCM-SHA256'],
    ['envoy', openssl(OLD, 'ECDHE-ECDSA-AES128-SHA'), 'no-shared-cipher'],
    ['rustls', openssl(OLD, 'ECDHE-ECDSA-CHACHA20-POLY1305'), 'no-shared-cipher'],
    [
      'envoy',
      openssl(OLD, 'ECDHE-ECDSA-CHACHA20-POLY1305'),
      'TLSv1.2 ECDHE-ECDSA-CHACHA20-POLY1305',
    ],
  ] as const)('of a %s client', (client, server, expected) =>
    expect(agreed(CLIENTS[client], server)).toBe(expected),
  );

  it('is the first of the server where that insists on its own order', () => {
    const settings = { versions: NEW, postQuantumSignatures: false };
    expect(agreed(CLIENTS.envoy, opensslServer(settings, true))).toBe(
      'TLSv1.3 TLS_AES_256_GCM_SHA384',
    );
  });
});

describe('the key of the certificate', () => {
  it.each([
    ['envoy', NEW, 'EC P-384', 'TLSv1.3 TLS_AES_128_GCM_SHA256'],
    ['envoy', NEW, 'EC P-521', 'no-signature-algorithm'],
    ['envoy', NEW, 'Ed25519', 'no-signature-algorithm'],
    ['envoy', OLD, 'EC P-384', 'no-shared-cipher'],
    ['envoy', OLD, 'RSA 2048', 'TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256'],
    ['rustls', NEW, 'EC P-521', 'TLSv1.3 TLS_AES_256_GCM_SHA384'],
    ['rustls', OLD, 'EC P-384', 'TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384'],
    ['rustls', OLD, 'EC P-521', 'no-shared-cipher'],
    ['rustls', NEW, 'Ed25519', 'TLSv1.3 TLS_AES_256_GCM_SHA384'],
    ['openssl', OLD, 'Ed25519', 'TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384'],
  ] as const)('for a %s client and %j: %s', (client, versions, key, expected) =>
    expect(agreed(CLIENTS[client], openssl(versions), key)).toBe(expected),
  );

  it('is presented by Go whatever its curve, and found unable to sign only afterwards', () => {
    const go = goServer(OLD, undefined);
    expect(agreed(CLIENTS.envoy, go, 'EC P-384')).toBe('TLSv1.2 ECDHE-ECDSA-AES128-GCM-SHA256');
    expect(agreed(CLIENTS.envoy, go, 'Ed25519')).toBe('no-signature-algorithm');
    const p384 = keys.get('EC P-384');
    expect(p384 && isCurveOffered(p384, CLIENTS.envoy)).toBe(false);
  });

  it('follows the groups and signature algorithms that Envoy is configured with', () => {
    const wide = envoyClient({
      versions: NEW,
      curves: ['X25519', 'secp384r1'],
      schemes: ['ed25519', 'ecdsa_secp384r1_sha384'],
    });
    expect(agreed(wide, openssl(OLD), 'EC P-384')).toBe('TLSv1.2 ECDHE-ECDSA-AES128-GCM-SHA256');
    expect(agreed(wide, openssl(), 'Ed25519')).toBe('TLSv1.3 TLS_AES_128_GCM_SHA256');
    expect(agreed(wide, openssl(), 'RSA 2048')).toBe('no-signature-algorithm');
  });
});

describe('what the two ends do not share', () => {
  it('is a version', () => {
    expect(agreed(envoyClient({ versions: OLD }), openssl(['TLSv1.3']))).toBe('no-shared-version');
    expect(agreed(envoyClient({ versions: [] }), openssl())).toBe('no-shared-version');
  });

  it('is a group', () => {
    const odd = envoyClient({ versions: NEW, curves: ['X25519Kyber768Draft00'] });
    expect(agreed(odd, openssl())).toBe('no-shared-group');
  });

  it.each([
    [['h2'], ['http/1.1'], 'no-application-protocol'],
    [['h2', 'http/1.1'], ['http/1.1'], 'http/1.1'],
    [['http/1.1', 'h2'], ['h2', 'http/1.1'], 'h2'],
    [['h2'], undefined, null],
    [undefined, ['h2'], null],
  ])('is a protocol: %j and %j', (offered, known, expected) => {
    const client = envoyClient({ versions: NEW, alpn: offered });
    const server = opensslServer({ versions: NEW, alpn: known, postQuantumSignatures: true });
    const leafKey = keys.get('EC P-256');
    const result = leafKey && negotiate({ client, server, leafKey, keyUsable: true });
    expect(typeof result === 'object' ? result.alpn : result).toBe(expected);
  });
});

it('prints a negotiated suite as the debug log of nginx does', () => {
  const leafKey = keys.get('RSA 2048');
  const client = opensslClient({
    versions: OLD,
    ciphers: 'AES128-SHA',
    postQuantumSignatures: false,
  });
  const result = leafKey && negotiate({ client, server: openssl(OLD), leafKey, keyUsable: true });
  expect(result).toMatchObject({
    description: 'SSL: TLSv1.2, cipher: "AES128-SHA SSLv3 Kx=RSA Au=RSA Enc=AES(128) Mac=SHA1"',
  });
});
