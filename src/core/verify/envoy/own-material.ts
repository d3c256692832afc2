import { decodeCrl } from '../../pki/crl.ts';
import type { Certificate, CertificateRevocationList } from '../../pki/types.ts';
import { loadsCrl } from '../boringssl/crl-facts.ts';
import { loadProblem } from '../boringssl/load-problem.ts';
import { signingRefusal } from '../boringssl/signing-usage.ts';
import { readPemStream } from '../loading/pem-stream.ts';
import { isCertificateLabel, readCertificates } from '../loading/read-certificates.ts';

/** A CA bundle as Envoy takes it: certificates, and the revocation lists between them. */
export interface EnvoyBundle {
  readonly certificates: readonly Certificate[];
  readonly crls: readonly CertificateRevocationList[];
}

export type EnvoyBundleReading =
  | { readonly ok: true; readonly bundle: EnvoyBundle }
  | {
      readonly ok: false;
      readonly reason: 'no-certificate' | 'damaged-block';
      readonly text: string;
    };

/**
 * Reads a CA bundle. One block that is damaged or that BoringSSL does not load, or no certificate at all, and the whole
 * bundle is refused; text around the blocks is passed over.
 *
 * @see Envoy source/common/tls/cert_validator/default_validator.cc `initializeSslContexts`; BoringSSL
 *   `PEM_X509_INFO_read_bio`
 */
export function readEnvoyBundle(pem: string): EnvoyBundleReading {
  const { certificates, stop } = readCertificates(pem, isCertificateLabel);
  const lists = readPemStream(pem).blocks.flatMap(({ label, der }) =>
    label === 'X509 CRL' ? [decodeCrl(der)] : [],
  );
  const crls = lists.flatMap((one) => (one.ok ? [one.crl] : []));
  const isSound =
    stop === 'no-start-line' &&
    crls.length === lists.length &&
    crls.every(loadsCrl) &&
    certificates.every((certificate) => loadProblem(certificate) === null);
  if (isSound && certificates.length > 0) return { ok: true, bundle: { certificates, crls } };
  const reason = certificates.length === 0 ? 'no-certificate' : 'damaged-block';
  return { ok: false, reason, text: 'Failed to load trusted CA certificates from <inline>' };
}

const smallestRsa = 2048;
const curves = ['P-256', 'P-384', 'P-521'];

/**
 * Whether Envoy takes a certificate as its own: RSA from 2048 bits on, three curves, and a key usage that lets an EC key
 * sign.
 *
 * @returns what it says otherwise; null when it does
 * @see Envoy source/common/tls/context_impl.cc `TlsContext::loadCertificateChain`; BoringSSL
 *   ssl/ssl_cert.cc `check_leaf_cert_and_privkey`
 */
export function ownKeyFailure(certificate: Certificate): string | null {
  const { family, bits, curve } = certificate.publicKey;
  if (family === 'EC' && signingRefusal(certificate) !== null) return chainFailure();
  if (family === 'RSA' && bits !== null && bits < smallestRsa)
    return chainFailure('only RSA certificates with 2048-bit or larger keys are supported');
  if (family === 'EC' && !curves.includes(curve ?? ''))
    return chainFailure('only P-256, P-384 or P-521 ECDSA certificates are supported');
  return null;
}

/** What Envoy says of a certificate chain of its own that it does not take. */
export function chainFailure(detail?: string): string {
  const text = 'Failed to load certificate chain from <inline>';
  return detail === undefined ? text : `${text}, ${detail}`;
}

const keyErrors = {
  'other-key': '0b000074:X.509 certificate routines:OPENSSL_internal:KEY_VALUES_MISMATCH',
  'other-type': '0b000073:X.509 certificate routines:OPENSSL_internal:KEY_TYPE_MISMATCH',
  'no-key': '0900006e:PEM routines:OPENSSL_internal:NO_START_LINE',
} as const;

/**
 * What Envoy says of a private key of its own: it belongs to another certificate, is of another type, or is none.
 *
 * @see Envoy source/common/tls/context_impl.cc `TlsContext::loadPrivateKey`
 */
export function privateKeyFailure(cause: keyof typeof keyErrors): string {
  return `Failed to load private key from <inline>, Cause: error:${keyErrors[cause]}`;
}
