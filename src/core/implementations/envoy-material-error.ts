import type { FieldRef } from '../model/index.ts';
import type { Material } from '../pki/types.ts';
import {
  chainFailure,
  ownKeyFailure,
  privateKeyFailure,
  readEnvoyBundle,
} from '../verify/envoy/own-material.ts';
import { goX509KeyPair } from '../verify/go/x509-key-pair.ts';
import { isCertificateLabel, readCertificates } from '../verify/loading/read-certificates.ts';
import { fieldOfMaterial } from './sent-bytes.ts';
import type { ClientCertificate, SecretError } from './types.ts';

/** What Envoy says of material it is sent, and the field that the material comes from. */
export type EnvoyMaterialError = Pick<SecretError, 'secret' | 'message' | 'at'>;

/**
 * Why Envoy does not take the CA bundle or the client certificate that a control plane sends it.
 *
 * @returns null when it takes both
 * @see Envoy source/common/tls/cert_validator/default_validator.cc, source/common/tls/context_impl.cc
 */
export function envoyMaterialError(
  trust: { readonly material: Material; readonly from: FieldRef } | undefined,
  certificate: ClientCertificate | undefined,
): EnvoyMaterialError | null {
  if (trust !== undefined) {
    const read = readEnvoyBundle(trust.material.pem);
    const at = fieldOfMaterial(trust.material, trust.from);
    if (!read.ok) return { secret: 'trust', message: read.text, at };
  }
  return certificate === undefined ? null : pairError(certificate);
}

function pairError({ chain, key, from }: ClientCertificate): EnvoyMaterialError | null {
  const reject = (material: Material, message: string): EnvoyMaterialError => ({
    secret: 'client-certificate',
    message,
    at: fieldOfMaterial(material, from),
  });
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
