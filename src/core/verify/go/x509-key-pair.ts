import { publicKeyMatches } from '../../pki/keys/public-key-matches.ts';
import {
  readPrivateKey,
  type PrivateKeyInfo,
  type PrivateKeyReading,
} from '../../pki/keys/read-private-key.ts';
import type { Certificate, KeyFamily } from '../../pki/types.ts';
import type { LoadFailureReason } from '../loading/types.ts';
import { goParseCertificate } from './parse-certificate.ts';
import { goPemBlocks, type GoPemBlock } from './pem.ts';

/** Private keys that Go's crypto/tls takes. */
const TLS_KEYS: ReadonlySet<KeyFamily> = new Set(['RSA', 'EC', 'Ed25519']);
/** Parses in Go, but signs nothing. */
const X25519 = '1.3.101.110';
const GO_CURVES: ReadonlySet<string> = new Set(['P-224', 'P-256', 'P-384', 'P-521']);

/** Why Go does not take a certificate and key: its own error, and which kind of trouble that is. */
export interface GoPairProblem {
  readonly reason: LoadFailureReason;
  readonly message: string;
}

/** The error of Go's `tls.X509KeyPair`, or null when it takes the pair: see {@link goPairProblem}. */
export function goX509KeyPair(certificate: string, key: string): string | null {
  return goPairProblem(certificate, key)?.message ?? null;
}

/**
 * What Go's `tls.X509KeyPair` objects to, or null when it takes the pair. Only the first certificate is
 * looked at; neither dates nor the chain are. A key that was taken out is taken to be the right one.
 *
 * @param certificate content of `tls.crt`, one character a byte
 * @param key content of `tls.key`
 * @see Go 1.26 src/crypto/tls/tls.go `X509KeyPair`, `parsePrivateKey`
 */
export function goPairProblem(certificate: string, key: string): GoPairProblem | null {
  const certificates = goPemBlocks(certificate);
  const first = certificates.find(isCertificate);
  if (first === undefined) return noCertificate(certificates);
  const keys = goPemBlocks(key);
  const found = keys.find(({ type }) => /(?:^| )PRIVATE KEY$/.test(type));
  if (found === undefined) return noKey(keys.map(({ type }) => type));
  const parsed = goParseCertificate(first.bytes);
  if (!parsed.ok) return notCertificate(parsed.message);
  const reading = readPrivateKey(found.bytes);
  if (reading.state === 'removed') return null;
  if (reading.state !== 'plain' || !isGoKey(reading.key)) return unreadableKey(reading);
  return parsed.certificate === null ? null : comparePair(parsed.certificate, reading.key);
}

/**
 * What `tls.X509KeyPair` objects to in the certificates, whatever the key is.
 *
 * @param certificate content of `tls.crt`, one character a byte
 */
export function goChainProblem(certificate: string): GoPairProblem | null {
  const blocks = goPemBlocks(certificate);
  const first = blocks.find(isCertificate);
  if (first === undefined) return noCertificate(blocks);
  const parsed = goParseCertificate(first.bytes);
  return parsed.ok ? null : notCertificate(parsed.message);
}

function isCertificate({ type }: GoPemBlock): boolean {
  return type === 'CERTIFICATE';
}

function notCertificate(message: string): GoPairProblem {
  return { reason: 'not-a-certificate', message };
}

function noCertificate(blocks: readonly GoPemBlock[]): GoPairProblem {
  return { reason: 'no-certificate', message: noCertificateText(blocks.map(({ type }) => type)) };
}

function noCertificateText(types: readonly string[]): string {
  if (types.length === 0) return 'tls: failed to find any PEM data in certificate input';
  if (types.length === 1 && types[0]?.endsWith('PRIVATE KEY') === true)
    return 'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched';
  return `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [${types.join(' ')}]`;
}

function noKey(types: readonly string[]): GoPairProblem {
  return { reason: 'no-private-key', message: noKeyText(types) };
}

function noKeyText(types: readonly string[]): string {
  if (types.length === 0) return 'tls: failed to find any PEM data in key input';
  if (types.length === 1 && types[0] === 'CERTIFICATE')
    return 'tls: found a certificate rather than a key in the PEM for the private key';
  return `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [${types.join(' ')}]`;
}

function unreadableKey(reading: PrivateKeyReading): GoPairProblem {
  const isX25519 = reading.state === 'plain' && reading.key.text === X25519;
  return {
    reason: reading.state === 'encrypted' ? 'private-key-encrypted' : 'no-private-key',
    message: isX25519
      ? 'tls: found unknown private key type in PKCS#8 wrapping'
      : 'tls: failed to parse private key',
  };
}

/** Go has RSA, the NIST curves and Ed25519; a PKCS#8 key of another kind does not parse. */
function isGoKey(key: PrivateKeyInfo): boolean {
  if (!TLS_KEYS.has(key.family)) return false;
  return key.family !== 'EC' || GO_CURVES.has(key.curve ?? '');
}

function comparePair({ publicKey }: Certificate, key: PrivateKeyInfo): GoPairProblem | null {
  if (!TLS_KEYS.has(publicKey.family)) return notCertificate('tls: unknown public key algorithm');
  if (publicKey.family !== key.family)
    return mismatch('tls: private key type does not match public key type');
  return publicKeyMatches(publicKey, key) === false
    ? mismatch('tls: private key does not match public key')
    : null;
}

function mismatch(message: string): GoPairProblem {
  return { reason: 'key-values-mismatch', message };
}
