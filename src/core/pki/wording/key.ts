import type { Wording } from '../../model/index.ts';
import { onLine, place, value } from './place.ts';

/** What can be wrong with a certificate's or key's content. */
export type KeyFindingCode =
  | 'CERTIFICATE-UNREADABLE'
  | 'KEY-ENCRYPTED'
  | 'KEY-LEGACY-ENCRYPTION'
  | 'KEY-UNSUPPORTED-ENCRYPTION'
  | 'KEY-OPENSSH'
  | 'KEY-REMOVED'
  | 'KEY-UNREADABLE'
  | 'KEY-UNSUPPORTED'
  | 'KEY-MISMATCH';

/** Texts for {@link KeyFindingCode}. Params: `where`, `line`, `problem`, and what each text names. */
export const keyWording: Record<KeyFindingCode, Wording> = {
  'CERTIFICATE-UNREADABLE': {
    title: (params) => `${place(params)} holds a certificate that does not decode`,
    detail: (params) =>
      `The block${onLine(params)} is well-formed PEM, but its content is not a certificate: ${value(params, 'problem', 'its DER is damaged')} (byte ${value(params, 'offset', '0')}).`,
    action: () => 'Copy the certificate again from its source.',
    source: 'RFC 5280 §4.1; ITU-T X.690',
  },
  'KEY-ENCRYPTED': {
    title: (params) => `${place(params)} holds an encrypted private key`,
    detail: () =>
      'A gateway or nginx without a password file cannot load it: Go says "failed to parse private key".',
    action: () =>
      'Give the password here to check it, and store the key decrypted: openssl pkey -in KEY -out KEY.plain',
    source: 'RFC 5958 §3; Kubernetes TLS Secrets',
  },
  'KEY-LEGACY-ENCRYPTION': {
    title: (params) => `${place(params)} holds a private key in the old OpenSSL encryption`,
    detail: (params) =>
      `Its header says ${value(params, 'header', 'DEK-Info')}: a key derived with one round of MD5, which this page does not decrypt.`,
    action: (params) =>
      `Convert it once: ${value(params, 'command', 'openssl pkcs8 -topk8 -in KEY -out KEY.pk8')}`,
    source: 'RFC 1421 §4.6.1.3; OpenSSL PEM_read_bio_PrivateKey',
  },
  'KEY-UNSUPPORTED-ENCRYPTION': {
    title: (params) =>
      `${place(params)} holds a key encrypted with ${value(params, 'algorithm', 'an algorithm that is not read here')}`,
    detail: () =>
      'Only PBES2 with PBKDF2 and AES-CBC, which OpenSSL writes by default, is decrypted here.',
    action: (params) =>
      `Convert it once: ${value(params, 'command', 'openssl pkcs8 -topk8 -in KEY -out KEY.pk8')}`,
    source: 'RFC 8018 §6; W3C Web Cryptography API',
  },
  'KEY-OPENSSH': {
    title: (params) => `${place(params)} holds a key in OpenSSH format`,
    detail: () => 'TLS libraries read PKCS#8, PKCS#1 and SEC1, not OPENSSH PRIVATE KEY.',
    action: () => 'Convert a copy in place: ssh-keygen -p -m PKCS8 -f KEY',
    source: 'OpenSSH PROTOCOL.key',
  },
  'KEY-REMOVED': {
    title: (params) => `${place(params)}: the private key is not here`,
    detail: () =>
      'It was taken out before this workspace was kept on the device. Everything is checked but the proof that the key belongs to the certificate.',
    action: () => 'Drop the file with the key again, or paste the key in its place.',
    source: 'Kept workspaces hold no private keys',
  },
  'KEY-UNREADABLE': {
    title: (params) => `${place(params)} holds a private key that does not decode`,
    detail: (params) =>
      `The block${onLine(params)} is no private key: ${value(params, 'problem', 'its DER is damaged')}.`,
    action: () => 'Copy the key again from its source.',
    source: 'RFC 5958, RFC 8017 appendix A.1.2, RFC 5915',
  },
  'KEY-UNSUPPORTED': {
    title: (params) => `${place(params)} holds a key of a kind that is not checked here`,
    detail: (params) =>
      `${value(params, 'algorithm', 'Its algorithm')} cannot sign in this browser, so the match with the certificate is not proven.`,
    action: () => 'Compare the public keys with openssl: openssl pkey -in KEY -pubout',
    source: 'W3C Web Cryptography API',
  },
  'KEY-MISMATCH': {
    title: (params) => `${place(params)}: the private key does not belong to the certificate`,
    detail: (params) =>
      `A signature made with the key is not verified by the public key of ${value(params, 'certificate', 'the certificate')}. Go says "private key does not match public key", nginx "key values mismatch".`,
    action: () =>
      'Put the key there that the certificate was requested with, or have it re-issued.',
    source: 'Go crypto/tls X509KeyPair; OpenSSL X509_check_private_key',
  },
};
