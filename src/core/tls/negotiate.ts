import type { PublicKeyInfo } from '../pki/types.ts';
import type { ClientOffer, ServerOffer } from './offers.ts';
import { curveOf, schemesOfKey, type SignatureScheme } from './signature-schemes.ts';
import { sharedVersion, type TlsVersion } from './tls-version.ts';

/** What both ends agreed on; `description` is the line that nginx's debug log prints. */
export interface NegotiatedTls {
  readonly version: TlsVersion;
  readonly cipher: string;
  readonly description: string;
  /** Null when no protocol was negotiated. */
  readonly alpn: string | null;
}

/** Why the server answers the ClientHello with an alert, or in Go's TLS 1.2 breaks off right after its ServerHello. */
export type NegotiationFailure =
  | 'no-shared-version'
  | 'no-shared-cipher'
  | 'no-shared-group'
  | 'no-signature-algorithm'
  | 'no-application-protocol';

export interface NegotiationRequest {
  readonly client: ClientOffer;
  readonly server: ServerOffer;
  /** Public key of the leaf that the server presents. */
  readonly leafKey: PublicKeyInfo;
  /** False when the server's key is of another type than its certificate: the pair loads and cannot sign. */
  readonly keyUsable: boolean;
  /** False when the extensions of the leaf keep an OpenSSL server from ECDSA suites up to TLS 1.2. */
  readonly allowsEcdsaSuites?: boolean;
}

/**
 * Version, cipher and protocol of a handshake: the highest version that both allow, then the first suite, in the
 * client's order unless the server insists on its own, that the certificate can authenticate.
 *
 * @see RFC 8446 §4.1.1, §4.2.3; OpenSSL `tls_choose_sigalg`, `ssl3_choose_cipher`; Go `serverHandshakeState.pickCipherSuite`
 */
export function negotiate(request: NegotiationRequest): NegotiatedTls | NegotiationFailure {
  const { client, server } = request;
  const version = sharedVersion(client.versions, server.versions);
  if (version === undefined) return 'no-shared-version';
  if (!client.groups.some((group) => server.groups.includes(group))) return 'no-shared-group';
  const suite = version === 'TLSv1.3' ? suite13(request) : suite12(request, version);
  if (typeof suite === 'string') return suite;
  const alpn = sharedProtocol(client.alpn, server.alpn);
  if (alpn === undefined) return 'no-application-protocol';
  const { cipher, since, parts } = suite;
  const description = `SSL: ${version}, cipher: "${cipher} ${since} ${parts}"`;
  return { version, cipher, description, alpn };
}

/** The groups that a client offers decide, in TLS 1.2, which EC certificates it and an OpenSSL server take. */
export function isCurveOffered(key: PublicKeyInfo, { groups }: ClientOffer): boolean {
  const curve = curveOf(key);
  return curve === undefined || groups.includes(curve);
}

/** Whether TLS has a signature algorithm for this key that the peer takes. */
export function canSign(
  key: PublicKeyInfo,
  version: TlsVersion,
  schemes: readonly SignatureScheme[],
): boolean {
  return schemesOfKey(key, version).some((scheme) => schemes.includes(scheme));
}

/** A suite with what OpenSSL prints about it. */
interface ChosenSuite {
  readonly cipher: string;
  readonly since: string;
  readonly parts: string;
}

function suite13({
  client,
  server,
  leafKey,
  keyUsable,
}: NegotiationRequest): ChosenSuite | NegotiationFailure {
  const [first, second] = server.ownOrder ? [server, client] : [client, server];
  const cipher = first.suites13.find((name) => second.suites13.includes(name));
  if (cipher === undefined) return 'no-shared-cipher';
  const shared = client.schemes.filter((scheme) => server.schemes.includes(scheme));
  if (!keyUsable || !canSign(leafKey, 'TLSv1.3', shared)) return 'no-signature-algorithm';
  return { cipher, since: 'TLSv1.3', parts: `Kx=any Au=any ${encryptionText(cipher)} Mac=AEAD` };
}

function suite12(
  { client, server, leafKey, keyUsable, allowsEcdsaSuites = true }: NegotiationRequest,
  version: TlsVersion,
): ChosenSuite | NegotiationFailure {
  const shared = client.schemes.filter((scheme) => server.schemes.includes(scheme));
  const signs = keyUsable && (version !== 'TLSv1.2' || canSign(leafKey, version, shared));
  const isHeld = server.holdsCertificatesToGroups;
  const fits = !isHeld || (isCurveOffered(leafKey, client) && allowsEcdsaSuites);
  const [first, second] = server.ownOrder ? [server, client] : [client, server];
  const suite = first.suites12.find(
    (one) =>
      one.authentication === authenticationOf(leafKey) &&
      second.suites12.some((other) => other.name === one.name),
  );
  if (suite === undefined || !fits) return 'no-shared-cipher';
  // OpenSSL leaves such a certificate out when it looks for a suite; Go finds out when it has to sign.
  if (!signs) return isHeld ? 'no-shared-cipher' : 'no-signature-algorithm';
  const { name, keyExchange, authentication, encryption, mac } = suite;
  const since = mac !== 'SHA1' ? 'TLSv1.2' : keyExchange === 'RSA' ? 'SSLv3' : 'TLSv1';
  const parts = `Kx=${keyExchange} Au=${authentication} Enc=${encryption} Mac=${mac}`;
  return { cipher: name, since, parts };
}

/** The server's first protocol that the client offered; null without ALPN, undefined when they share none. */
function sharedProtocol(
  client: readonly string[] | null,
  server: readonly string[] | null,
): string | null | undefined {
  if (client === null || server === null) return null;
  return server.find((protocol) => client.includes(protocol));
}

function encryptionText(cipher: string): string {
  const bits = /AES_(\d+)_GCM/.exec(cipher)?.[1];
  return bits === undefined ? 'Enc=CHACHA20/POLY1305(256)' : `Enc=AESGCM(${bits})`;
}

function authenticationOf(key: PublicKeyInfo): 'RSA' | 'ECDSA' {
  return key.family === 'RSA' || key.family === 'RSA-PSS' ? 'RSA' : 'ECDSA';
}
