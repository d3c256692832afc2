import type { Certificate } from '../../pki/types.ts';
import {
  NOT_X509,
  pemStopText,
  TRUSTED,
  VERIFY_LOCATIONS,
  withQueue,
} from './openssl-error-text.ts';
import { isCertificateLabel, readCertificates } from './read-certificates.ts';
import type {
  LoadedFile,
  LoadFailure,
  LoadFailureReason,
  LoadResult,
  TrustLoader,
} from './types.ts';

/**
 * Reads the file of `proxy_ssl_trusted_certificate` or `ssl_client_certificate`: every certificate in file
 * order. A sound file ends after its last block; a damaged later block is as fatal as a first one.
 *
 * @returns the certificates, or nginx's `[emerg]` message
 * @see nginx src/event/ngx_event_openssl_cache.c `ngx_ssl_cache_ca_create` (since 1.27.2);
 *   before it OpenSSL crypto/x509/by_file.c `X509_load_cert_crl_file_ex`
 */
export function loadTrust(
  file: LoadedFile,
  loader: TrustLoader,
): LoadResult<readonly Certificate[]> {
  const { certificates, stop } = readCertificates(file.pem, isCertificateLabel);
  if (stop === 'no-start-line' && certificates.length > 0) return { ok: true, value: certificates };
  const failure =
    loader === 'pem-read-bio' ? readBioFailure(file, stop) : verifyLocationsFailure(file, stop);
  return { ok: false, failure };
}

function readBioFailure(file: LoadedFile, stop: Stop): LoadFailure {
  const queue = stop === 'not-x509' ? NOT_X509 : pemStopText(stop, TRUSTED);
  const call = `cannot load certificate "${file.path}": PEM_read_bio_X509_AUX() failed`;
  return { reason: reasonOf(stop), path: file.path, text: withQueue(call, queue) };
}

function verifyLocationsFailure(file: LoadedFile, stop: Stop): LoadFailure {
  const call = `SSL_CTX_load_verify_locations("${file.path}") failed`;
  return { reason: reasonOf(stop), path: file.path, text: withQueue(call, locationsQueue(stop)) };
}

function locationsQueue(stop: Stop): string {
  if (stop === 'no-start-line') return VERIFY_LOCATIONS.nothingFound;
  const first = stop === 'not-x509' ? NOT_X509 : pemStopText(stop);
  return `${first} ${VERIFY_LOCATIONS.pemLib}`.trim();
}

type Stop = ReturnType<typeof readCertificates>['stop'];

/** The three kinds of trouble that a user can tell apart. */
export function reasonOf(stop: Stop): LoadFailureReason {
  if (stop === 'no-start-line') return 'no-certificate';
  return stop === 'not-x509' ? 'not-a-certificate' : 'damaged-block';
}
