import type { PemStop } from './pem-stream.ts';

/** The error queue of OpenSSL 3 after `PEM_read_bio` stopped, as nginx prints it; empty when nothing was queued. */
export function pemStopText(stop: PemStop, expecting?: string): string {
  switch (stop) {
    case 'no-start-line':
      return `error:0480006C:PEM routines::no start line${expecting === undefined ? '' : `:Expecting: ${expecting}`}`;
    case 'bad-end-line':
      return 'error:04800066:PEM routines::bad end line';
    case 'bad-base64-decode':
      return 'error:04800064:PEM routines::bad base64 decode';
    case 'not-proc-type':
      return 'error:0480006B:PEM routines::not proc type';
    case 'silent':
      return '';
    default:
      return stop satisfies never;
  }
}

/**
 * What `d2i_X509` queues for bytes that are no certificate. The first entry names the element that did not
 * fit; the usual one is given.
 */
export const NOT_X509 =
  'error:068000A8:asn1 encoding routines::wrong tag error:0688010A:asn1 encoding routines::nested asn1 error:Type=X509 error:0488000D:PEM routines::ASN1 lib';

/** The label that `PEM_read_bio_X509_AUX` says it expected. */
export const TRUSTED = 'TRUSTED CERTIFICATE';

/** `SSL_CTX_use_certificate` and `SSL_CTX_set0_chain` refuse by security level (ssl/ssl_cert.c `ssl_security_cert`). */
export const SECURITY_REFUSALS = {
  'ee-key-too-small': 'error:0A00018F:SSL routines::ee key too small',
  'ca-key-too-small': 'error:0A00018D:SSL routines::ca key too small',
  'ca-md-too-weak': 'error:0A00018E:SSL routines::ca md too weak',
} as const;

export const KEY_VALUES_MISMATCH = 'error:05800074:x509 certificate routines::key values mismatch';

/** `OSSL_DECODER_from_bio` found nothing in the file that it can read as a private key. */
export const NO_KEY =
  'error:1E08010C:DECODER routines::unsupported:No supported data to decode. Input type: PEM';

const PASSWORD_PROMPT =
  'error:1400006B:UI routines::processing error:while reading strings error:0480006D:PEM routines::problems getting password error:07880109:common libcrypto routines::interrupted or cancelled';
const CANCELLED = 'error:07880109:common libcrypto routines::interrupted or cancelled';
const BAD_PASSWORD_READ = 'error:04800068:PEM routines::bad password read';

/** An encrypted key asks for its password on a terminal that nginx does not have. PKCS#8 asks twice. */
export const ENCRYPTED_KEY = {
  pkcs8: `${PASSWORD_PROMPT} ${CANCELLED} error:1C80009F:Provider routines::unable to get passphrase ${PASSWORD_PROMPT} ${BAD_PASSWORD_READ}`,
  legacy: `${PASSWORD_PROMPT} ${CANCELLED} ${BAD_PASSWORD_READ}`,
} as const;

/** `X509_load_cert_crl_file`, as nginx before 1.27.2 loads trusted certificates. */
export const VERIFY_LOCATIONS = {
  nothingFound: 'error:05800088:x509 certificate routines::no certificate or crl found',
  pemLib: 'error:05880009:x509 certificate routines::PEM lib',
} as const;

/** nginx appends the error queue in parentheses, and nothing when it is empty. */
export function withQueue(message: string, queue: string): string {
  return queue === '' ? message : `${message} (SSL: ${queue})`;
}
