import type { PublicKeyInfo } from '../../pki/types.ts';
import { suitesOf } from './cipher.ts';
import type { NginxProfile, TlsVersion } from './profile.ts';

/** What both ends agreed on; `description` is the line that nginx's debug log prints. */
export interface NegotiatedTls {
  readonly version: TlsVersion;
  readonly cipher: string;
  readonly description: string;
}

export type NegotiationFailure =
  'no-shared-version' | 'no-shared-cipher' | 'no-signature-algorithm';

export interface NegotiationRequest {
  readonly gatewayVersions: readonly TlsVersion[];
  readonly backendVersions: readonly TlsVersion[];
  readonly gatewayCiphers?: string | undefined;
  readonly backendCiphers?: string | undefined;
  /** Public key of the leaf that the backend presents. */
  readonly leafKey: PublicKeyInfo;
  /** False when the backend's key is of another type than its certificate: the pair loads and cannot sign. */
  readonly keyUsable: boolean;
  readonly profile: NginxProfile;
}

const VERSIONS: readonly TlsVersion[] = ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1'];
const SIGNING_CURVES = ['P-256', 'P-384', 'P-521'];

/**
 * Version and cipher of the handshake: the highest version that both allow, then the first suite in the
 * client's order that the server has too and that its certificate can authenticate.
 *
 * @see RFC 8446 §4.1.1, §4.2.3; OpenSSL `tls_choose_sigalg`, `ssl3_choose_cipher`
 */
export function negotiate(request: NegotiationRequest): NegotiatedTls | NegotiationFailure {
  const version = sharedVersion(request.gatewayVersions, request.backendVersions);
  if (version === undefined) return 'no-shared-version';
  const usable = request.keyUsable && canSign(request.leafKey, version, request.profile);
  if (version === 'TLSv1.3') return usable ? TLS13 : 'no-signature-algorithm';
  const offered = suitesOf(request.gatewayCiphers);
  const accepted = suitesOf(request.backendCiphers);
  const suite = offered.find(
    (one) =>
      usable &&
      one.authentication === authenticationOf(request.leafKey) &&
      accepted.some((other) => other.name === one.name),
  );
  if (suite === undefined) return 'no-shared-cipher';
  const since =
    suite.mac === 'SHA1' ? (suite.keyExchange === 'RSA' ? 'SSLv3' : 'TLSv1') : 'TLSv1.2';
  const parts = `Kx=${suite.keyExchange} Au=${suite.authentication} Enc=${suite.encryption} Mac=${suite.mac}`;
  return {
    version,
    cipher: suite.name,
    description: `SSL: ${version}, cipher: "${suite.name} ${since} ${parts}"`,
  };
}

/** The highest TLS version in both lists, or undefined. */
export function sharedVersion(
  one: readonly TlsVersion[],
  other: readonly TlsVersion[],
): TlsVersion | undefined {
  return VERSIONS.find((version) => one.includes(version) && other.includes(version));
}

const TLS13: NegotiatedTls = {
  version: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  description:
    'SSL: TLSv1.3, cipher: "TLS_AES_256_GCM_SHA384 TLSv1.3 Kx=any Au=any Enc=AESGCM(256) Mac=AEAD"',
};

/** Whether TLS has a signature algorithm that both ends offer by default for a key of this kind. */
export function canSign(key: PublicKeyInfo, version: TlsVersion, profile: NginxProfile): boolean {
  switch (key.family) {
    case 'RSA':
    case 'RSA-PSS':
    case 'Ed25519':
    case 'Ed448':
      return true;
    case 'EC':
      // A certificate with explicit parameters of a named curve signs like the named one.
      return key.curve === 'explicit' || SIGNING_CURVES.includes(key.curve ?? '');
    case 'ML-DSA':
      return profile.postQuantumSignatures && version === 'TLSv1.3';
    case 'DSA':
    case 'other':
      return false;
    default:
      return key.family satisfies never;
  }
}

function authenticationOf(key: PublicKeyInfo): 'RSA' | 'ECDSA' {
  return key.family === 'RSA' || key.family === 'RSA-PSS' ? 'RSA' : 'ECDSA';
}
