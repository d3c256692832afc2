import type { FieldRef } from '../../model/index.ts';
import type { Certificate, Material } from '../../pki/types.ts';
import { goX509KeyPair } from '../../verify/go/x509-key-pair.ts';
import { isCertificateLabel, readCertificates } from '../../verify/loading/read-certificates.ts';
import type { ClientCertificate, SecretError } from '../types.ts';
import type { TlsSettings } from './tls-settings.ts';

const NOT_SUPPLIED = 'TLS error: Secret is not supplied by SDS';
const SMALLEST_RSA = 2048;
const CURVES = ['P-256', 'P-384', 'P-521'];

/**
 * Whether Envoy rejects the CA bundle or the client certificate it is sent. The control plane looks into neither,
 * so every condition stays True; a cluster that never got a good secret answers 503.
 *
 * @see Envoy source/common/tls/cert_validator/default_validator.cc, source/common/tls/context_impl.cc
 */
export function secretError({ validation, client }: TlsSettings): SecretError | null {
  const { authority, skipVerify } = validation;
  if (skipVerify === undefined && authority?.kind === 'inline' && !loads(authority.material))
    return rejected(
      'trust',
      'Failed to load trusted CA certificates from <inline>',
      fieldOf(authority.material, authority.from),
    );
  const { certificate } = client;
  return certificate?.kind === 'inline' ? pairError(certificate.certificate) : null;
}

/** At least one certificate and no damaged block; text around the blocks is passed over. */
function loads({ pem }: Material): boolean {
  const { certificates, stop } = readCertificates(pem, isCertificateLabel);
  return certificates.length > 0 && stop === 'no-start-line';
}

function pairError({ chain, key, from }: ClientCertificate): SecretError | null {
  const reject = (material: Material, message: string): SecretError =>
    rejected('client-certificate', message, fieldOf(material, from));
  const [leaf] = readCertificates(chain.pem, isCertificateLabel).certificates;
  if (leaf === undefined || !loads(chain))
    return reject(chain, 'Failed to load certificate chain from <inline>');
  const refused = keyRule(leaf);
  if (refused !== null)
    return reject(chain, `Failed to load certificate chain from <inline>, ${refused}`);
  const cause = keyProblem(chain, key);
  return cause === null
    ? null
    : reject(key, `Failed to load private key from <inline>, Cause: error:${cause}`);
}

function keyRule({ publicKey }: Certificate): string | null {
  const { family, bits, curve } = publicKey;
  if (family === 'RSA' && bits !== null && bits < SMALLEST_RSA)
    return 'only RSA certificates with 2048-bit or larger keys are supported';
  if (family === 'EC' && !CURVES.includes(curve ?? ''))
    return 'only P-256, P-384 or P-521 ECDSA certificates are supported';
  return null;
}

/** BoringSSL's reason, found by the same comparison that Go's key pair reader makes. */
function keyProblem(chain: Material, key: Material): string | null {
  const error = goX509KeyPair(chain.pem, key.pem) ?? '';
  if (error.endsWith('does not match public key'))
    return '0b000074:X.509 certificate routines:OPENSSL_internal:KEY_VALUES_MISMATCH';
  if (error.endsWith('does not match public key type'))
    return '0b000073:X.509 certificate routines:OPENSSL_internal:KEY_TYPE_MISMATCH';
  return /key input|private key/.test(error)
    ? '0900006e:PEM routines:OPENSSL_internal:NO_START_LINE'
    : null;
}

function rejected(secret: SecretError['secret'], message: string, at: FieldRef): SecretError {
  return { secret, message, at, transportFailure: NOT_SUPPLIED, status: 503 };
}

function fieldOf({ source }: Material, from: FieldRef): FieldRef {
  return source.kind === 'field' ? source.field : from;
}
