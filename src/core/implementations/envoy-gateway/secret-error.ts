import type { FieldRef } from '../../model/index.ts';
import type { Material } from '../../pki/types.ts';
import {
  chainFailure,
  ownKeyFailure,
  privateKeyFailure,
  readEnvoyBundle,
} from '../../verify/envoy/own-material.ts';
import { goX509KeyPair } from '../../verify/go/x509-key-pair.ts';
import { isCertificateLabel, readCertificates } from '../../verify/loading/read-certificates.ts';
import type { ClientCertificate, SecretError } from '../types.ts';
import type { TlsSettings } from './tls-settings.ts';

const NOT_SUPPLIED = 'TLS error: Secret is not supplied by SDS';

/**
 * Whether Envoy rejects the CA bundle or the client certificate it is sent. The control plane looks into neither,
 * so every condition stays True; a cluster that never got a good secret answers 503.
 *
 * @see Envoy source/common/tls/cert_validator/default_validator.cc, source/common/tls/context_impl.cc
 */
export function secretError({ validation, client }: TlsSettings): SecretError | null {
  const { authority, skipVerify } = validation;
  if (skipVerify === undefined && authority?.kind === 'inline') {
    const read = readEnvoyBundle(authority.material.pem);
    if (!read.ok) return rejected('trust', read.text, fieldOf(authority.material, authority.from));
  }
  const { certificate } = client;
  return certificate?.kind === 'inline' ? pairError(certificate.certificate) : null;
}

function pairError({ chain, key, from }: ClientCertificate): SecretError | null {
  const reject = (material: Material, message: string): SecretError =>
    rejected('client-certificate', message, fieldOf(material, from));
  const { certificates, stop } = readCertificates(chain.pem, isCertificateLabel);
  const [leaf] = certificates;
  if (leaf === undefined || stop !== 'no-start-line') return reject(chain, chainFailure());
  const refused = ownKeyFailure(leaf);
  if (refused !== null) return reject(chain, refused);
  const cause = keyProblem(chain, key);
  return cause === null ? null : reject(key, privateKeyFailure(cause));
}

/** BoringSSL's reason, found by the same comparison that Go's key pair reader makes. */
function keyProblem(
  chain: Material,
  key: Material,
): Parameters<typeof privateKeyFailure>[0] | null {
  const error = goX509KeyPair(chain.pem, key.pem) ?? '';
  if (error.endsWith('does not match public key')) return 'other-key';
  if (error.endsWith('does not match public key type')) return 'other-type';
  return /key input|private key/.test(error) ? 'no-key' : null;
}

function rejected(secret: SecretError['secret'], message: string, at: FieldRef): SecretError {
  return { secret, message, at, transportFailure: NOT_SUPPLIED, status: 503 };
}

function fieldOf({ source }: Material, from: FieldRef): FieldRef {
  return source.kind === 'field' ? source.field : from;
}
