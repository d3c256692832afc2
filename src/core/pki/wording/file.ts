import type { Wording } from '../../model/index.ts';
import { place, value } from './place.ts';

/** What can be said about a dropped file as a whole. */
export type FileFindingCode =
  | 'FILE-LOCKED'
  | 'FILE-NEEDS-SECURE-ORIGIN'
  | 'FILE-EMPTY'
  | 'FILE-NOT-UNDERSTOOD'
  | 'FILE-JAVA-KEYSTORE'
  | 'PKCS12-LEGACY'
  | 'PKCS12-UNREADABLE'
  | 'PKCS7-UNREADABLE';

/** Texts for {@link FileFindingCode}. Params: `where`, `command`, `problem`. */
export const fileWording: Record<FileFindingCode, Wording> = {
  'FILE-LOCKED': {
    title: (params) => `${place(params)} is locked with a password`,
    detail: () => 'Its certificates and keys are not part of the analysis until it is opened.',
    action: () => 'Give the password. It stays in this page and is not stored.',
    source: 'RFC 7292, RFC 5958 §3',
  },
  'FILE-NEEDS-SECURE-ORIGIN': {
    title: (params) => `${place(params)} cannot be opened on this address`,
    detail: () =>
      'Browsers decrypt on https addresses and on localhost only, and this page is on plain http.',
    action: () => 'Open the studio on localhost or over https, or drop the file decrypted.',
    source: 'W3C Web Cryptography API §10 (SecureContext)',
  },
  'FILE-EMPTY': {
    title: (params) => `${place(params)} is empty`,
    detail: () => 'The file has no bytes.',
    action: () => 'Export the file again and drop it here.',
    source: 'The file itself',
  },
  'FILE-NOT-UNDERSTOOD': {
    title: (params) => `${place(params)} is not a format that is read here`,
    detail: (params) => value(params, 'problem', 'It is neither PEM, DER, PKCS#12 nor PKCS#7.'),
    action: () => 'Drop PEM, DER, PKCS#12 (.p12, .pfx) or PKCS#7 (.p7b) files.',
    source: 'RFC 7468, RFC 5280, RFC 7292, RFC 2315',
  },
  'FILE-JAVA-KEYSTORE': {
    title: (params) => `${place(params)} is a Java keystore`,
    detail: () => 'The JKS format is private to Java and is not read here.',
    action: (params) =>
      `Convert it to PKCS#12: ${value(params, 'command', 'keytool -importkeystore -srckeystore FILE -destkeystore FILE.p12 -deststoretype pkcs12')}`,
    source: 'Java keytool',
  },
  'PKCS12-LEGACY': {
    title: (params) =>
      `${place(params)} is encrypted with ${value(params, 'algorithm', 'RC2 or 3DES')}`,
    detail: () => 'No browser can decrypt this old PKCS#12 encryption; openssl can.',
    action: (params) =>
      `Convert it once: ${value(params, 'command', 'openssl pkcs12 -legacy -in FILE -nodes -out FILE.pem')}`,
    source: 'RFC 7292 appendix C; OpenSSL pkcs12(1) -legacy',
  },
  'PKCS12-UNREADABLE': {
    title: (params) => `${place(params)} is a PKCS#12 file that does not open`,
    detail: (params) => value(params, 'problem', 'Its structure is damaged.'),
    action: (params) =>
      `Look at it with openssl: ${value(params, 'command', 'openssl pkcs12 -info -noout -in FILE')}`,
    source: 'RFC 7292 §4',
  },
  'PKCS7-UNREADABLE': {
    title: (params) => `${place(params)} is a PKCS#7 file without readable certificates`,
    detail: (params) => value(params, 'problem', 'Its structure is damaged.'),
    action: (params) =>
      `Print what it holds: ${value(params, 'command', 'openssl pkcs7 -print_certs -in FILE')}`,
    source: 'RFC 2315 §9.1',
  },
};
