import type { Certificate } from '../../pki/types.ts';
import { certificateFlags } from '../openssl/certificate-flags.ts';
import { isKeyStrong, isSignatureStrong } from '../openssl/check-auth-level.ts';
import type { VerifyRequest } from '../types.ts';
import { loadPrivateKey } from './load-private-key.ts';
import { reasonOf } from './load-trust.ts';
import {
  KEY_VALUES_MISMATCH,
  NOT_X509,
  pemStopText,
  SECURITY_REFUSALS,
  TRUSTED,
  withQueue,
} from './openssl-error-text.ts';
import { isCertificateLabel, readCertificates } from './read-certificates.ts';
import { rememberedProof } from './remembered-proof.ts';
import type { LoadedFile, LoadFailure, LoadFailureReason, LoadResult, OwnPair } from './types.ts';

export interface KeyPairFiles {
  readonly certificate: LoadedFile;
  readonly key: LoadedFile;
  /** Security level of the SSL context: 2 unless its cipher string says otherwise. */
  readonly securityLevel: VerifyRequest['securityLevel'];
}

/**
 * Loads a certificate chain and its key as nginx does for `ssl_certificate` and `proxy_ssl_certificate`: the first
 * certificate is the leaf, whatever it is; weak keys and digests are refused here already; then the key has to
 * belong to the leaf.
 *
 * @returns chain and key, or the first `[emerg]` message
 * @see nginx src/event/ngx_event_openssl.c `ngx_ssl_certificate`; OpenSSL ssl/ssl_rsa.c `ssl_set_cert`, `ssl_set_pkey`
 */
export async function loadKeyPair(
  files: KeyPairFiles,
  crypto: Crypto,
): Promise<LoadResult<OwnPair>> {
  const chain = loadOwnChain(files.certificate);
  if (!chain.ok) return chain;
  const refused = refusedBySecurityLevel(files, chain.value);
  if (refused !== null) return refused;
  const key = loadPrivateKey(files.key);
  if (!key.ok) return key;
  const leaf = chain.value[0];
  if (leaf?.publicKey.family !== key.value.info.family)
    return {
      ok: true,
      value: { chain: chain.value, keyPem: files.key.pem, keyProof: 'other-type' },
    };
  const proof = await rememberedProof(leaf, files.key.pem, crypto);
  if (proof === 'mismatch') {
    const call = `SSL_CTX_use_PrivateKey("${files.key.path}") failed`;
    return failed('key-values-mismatch', files.key, withQueue(call, KEY_VALUES_MISMATCH));
  }
  const keyProof = proof === 'proven' ? 'proven' : 'not-checked';
  return { ok: true, value: { chain: chain.value, keyPem: files.key.pem, keyProof } };
}

/** The leaf by `PEM_read_bio_X509_AUX`, the rest by `PEM_read_bio_X509`, which takes no TRUSTED CERTIFICATE. */
function loadOwnChain(file: LoadedFile): LoadResult<readonly Certificate[]> {
  const { certificates, stop } = readCertificates(
    file.pem,
    (label, index) => isCertificateLabel(label) && (index === 0 || label !== TRUSTED),
  );
  if (stop === 'no-start-line' && certificates.length > 0) return { ok: true, value: certificates };
  const first = certificates.length === 0;
  const queue = stop === 'not-x509' ? NOT_X509 : pemStopText(stop, first ? TRUSTED : 'CERTIFICATE');
  const reader = first ? 'PEM_read_bio_X509_AUX' : 'PEM_read_bio_X509';
  const call = `cannot load certificate "${file.path}": ${reader}() failed`;
  return failed(reasonOf(stop), file, withQueue(call, queue));
}

/** `ssl_security_cert`: the signature of a self-signed certificate proves nothing and is not measured. */
function refusedBySecurityLevel(
  files: KeyPairFiles,
  chain: readonly Certificate[],
): LoadResult<never> | null {
  for (const [index, certificate] of chain.entries()) {
    const reason = weakness(certificate, index === 0, files.securityLevel);
    if (reason === null) continue;
    const call = index === 0 ? 'SSL_CTX_use_certificate' : 'SSL_CTX_set0_chain';
    const message = `${call}("${files.certificate.path}") failed`;
    return failed(reason, files.certificate, withQueue(message, SECURITY_REFUSALS[reason]));
  }
  return null;
}

function weakness(
  certificate: Certificate,
  isLeaf: boolean,
  level: VerifyRequest['securityLevel'],
): keyof typeof SECURITY_REFUSALS | null {
  if (!isKeyStrong(certificate, level)) return isLeaf ? 'ee-key-too-small' : 'ca-key-too-small';
  const exempt = certificateFlags(certificate).selfSigned;
  return exempt || isSignatureStrong(certificate, level) ? null : 'ca-md-too-weak';
}

function failed(reason: LoadFailureReason, file: LoadedFile, text: string): LoadResult<never> {
  const failure: LoadFailure = { reason, path: file.path, text };
  return { ok: false, failure };
}
