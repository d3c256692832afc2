import type { Certificate } from '../../pki/types.ts';
import { certificateFlags } from '../openssl/certificate-flags.ts';
import { isKeyStrong, isSignatureStrong } from '../openssl/check-auth-level.ts';
import type { VerifyRequest } from '../types.ts';
import { reasonOf } from './load-trust.ts';
import {
  NOT_X509,
  pemStopText,
  SECURITY_REFUSALS,
  TRUSTED,
  withQueue,
} from './openssl-error-text.ts';
import { isCertificateLabel, readCertificates } from './read-certificates.ts';
import type { LoadedFile, LoadFailure, LoadFailureReason, LoadResult } from './types.ts';

/**
 * The certificates that a server or client of nginx presents, as `ssl_certificate` and `proxy_ssl_certificate`
 * load them: the first is the leaf, whatever it is; weak keys and digests are refused here already. The key is
 * not looked at.
 *
 * @param securityLevel of the SSL context: 2 unless its cipher string says otherwise
 * @see nginx src/event/ngx_event_openssl.c `ngx_ssl_certificate`; OpenSSL ssl/ssl_rsa.c `ssl_set_cert`
 */
export function loadOwnChain(
  file: LoadedFile,
  securityLevel: VerifyRequest['securityLevel'],
): LoadResult<readonly Certificate[]> {
  const chain = readOwnChain(file);
  if (!chain.ok) return chain;
  return refusedBySecurityLevel(file, chain.value, securityLevel) ?? chain;
}

/** The leaf by `PEM_read_bio_X509_AUX`, the rest by `PEM_read_bio_X509`, which takes no TRUSTED CERTIFICATE. */
function readOwnChain(file: LoadedFile): LoadResult<readonly Certificate[]> {
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
  file: LoadedFile,
  chain: readonly Certificate[],
  level: VerifyRequest['securityLevel'],
): LoadResult<never> | null {
  for (const [index, certificate] of chain.entries()) {
    const reason = weakness(certificate, index === 0, level);
    if (reason === null) continue;
    const call = index === 0 ? 'SSL_CTX_use_certificate' : 'SSL_CTX_set0_chain';
    const message = `${call}("${file.path}") failed`;
    return failed(reason, file, withQueue(message, SECURITY_REFUSALS[reason]));
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
