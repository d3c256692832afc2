import type { Wording } from '../../model/index.ts';
import { onLine, place, value, type Params } from './place.ts';

/** What can be wrong with PEM text, whatever it holds. */
export type PemFindingCode =
  | 'PEM-EMPTY'
  | 'PEM-MISSING'
  | 'PEM-TRUNCATED'
  | 'PEM-BAD-END-LINE'
  | 'PEM-BAD-BASE64'
  | 'PEM-HTML-ESCAPED'
  | 'PEM-INDENTED'
  | 'PEM-BLANK-LINE'
  | 'PEM-ESCAPED-NEWLINES'
  | 'PEM-ONE-LINE'
  | 'PEM-BASE64-OF-PEM'
  | 'PEM-BARE-BASE64'
  | 'PEM-DER-INSTEAD'
  | 'PEM-BYTE-ORDER-MARK'
  | 'PEM-KEY-IN-CERTIFICATE-PLACE'
  | 'PEM-CERTIFICATE-IN-KEY-PLACE'
  | 'PEM-KEY-BESIDE-CERTIFICATE'
  | 'PEM-UNEXPECTED-LABEL'
  | 'PEM-TOO-MANY-BLOCKS';

const block = (params: Params): string =>
  `The ${value(params, 'label', 'PEM')} block${onLine(params)}`;

/** Texts for {@link PemFindingCode}. Params: `where`, `label`, `line`, and what each text names. */
export const pemWording: Record<PemFindingCode, Wording> = {
  'PEM-EMPTY': {
    title: (params) => `${place(params)} is empty`,
    detail: () => 'No certificate and no key can be read from it.',
    action: () => 'Put the PEM text there, from its BEGIN line to its END line.',
    source: 'RFC 7468 §2; nginx: PEM_read_bio_X509_AUX() "no start line"',
  },
  'PEM-MISSING': {
    title: (params) => `${place(params)} holds no PEM block`,
    detail: () => 'No line begins with -----BEGIN, so a data plane finds nothing to load.',
    action: () => 'Put the PEM text there, from its BEGIN line to its END line.',
    source: 'RFC 7468 §2; nginx: PEM_read_bio_X509_AUX() "no start line"',
  },
  'PEM-TRUNCATED': {
    title: (params) => `${place(params)} holds a PEM block that is cut short`,
    detail: (params) =>
      `${block(params)} has no END line. nginx refuses the whole file with "bad end line", Go does not see the block.`,
    action: (params) =>
      `Copy the block again, down to and with -----END ${value(params, 'label', 'CERTIFICATE')}-----.`,
    source: 'OpenSSL PEM_read_bio, PEM_R_BAD_END_LINE (0x04800066)',
  },
  'PEM-BAD-END-LINE': {
    title: (params) => `${place(params)} holds a PEM block with a damaged END line`,
    detail: (params) =>
      `${block(params)} has to end with a line of its own that says -----END ${value(params, 'label', 'CERTIFICATE')}-----. Two files joined without a line end between them look like this.`,
    action: () => 'Put the END line, and the BEGIN line after it, each on a line of its own.',
    source: 'OpenSSL PEM_read_bio, PEM_R_BAD_END_LINE (0x04800066)',
  },
  'PEM-BAD-BASE64': {
    title: (params) => `${place(params)} holds a PEM block whose base64 is damaged`,
    detail: (params) =>
      `${block(params)} has a character outside base64, or a length that base64 cannot have. One damaged block makes nginx refuse the whole file.`,
    action: () => 'Copy the block again from its source.',
    source: 'OpenSSL PEM_read_bio, PEM_R_BAD_BASE64_DECODE (0x04800064)',
  },
  'PEM-HTML-ESCAPED': {
    title: (params) => `${place(params)} was copied from a web page with its + signs escaped`,
    detail: (params) =>
      `${block(params)} has HTML character references such as ${value(params, 'found', '&#43;')} where base64 has + or /. It does not parse in any data plane.`,
    action: () => 'Replace the references by the characters they stand for.',
    source: 'RFC 4648 §4; OpenSSL PEM_R_BAD_BASE64_DECODE (0x04800064)',
  },
  'PEM-INDENTED': {
    title: (params) => `${place(params)} holds a PEM block that does not start at the line start`,
    detail: (params) =>
      `${block(params)} has blanks or other text before its BEGIN line. OpenSSL and Go skip such a block as if it were not there.`,
    action: () =>
      'Move the BEGIN line to the start of a line; in YAML, to the indentation of the value.',
    source: 'OpenSSL PEM_read_bio get_name; Go encoding/pem Decode',
  },
  'PEM-BLANK-LINE': {
    title: (params) => `${place(params)} holds a PEM block with a blank line inside`,
    detail: (params) =>
      `OpenSSL takes what stands before the blank line for headers and refuses the block${onLine(params)}.`,
    action: () => 'Remove the blank lines between BEGIN and END.',
    source: 'RFC 1421 §4.4; OpenSSL PEM_read_bio get_header_and_data',
  },
  'PEM-ESCAPED-NEWLINES': {
    title: (params) => `${place(params)} has \\n written out instead of line ends`,
    detail: (params) =>
      `${block(params)} is one long line, as JSON or an environment variable prints it. OpenSSL and Go do not see a BEGIN line.`,
    action: () => 'Replace each \\n by a line end, or use a YAML block scalar (|).',
    source: 'RFC 7468 §3; OpenSSL PEM_read_bio "no start line"',
  },
  'PEM-ONE-LINE': {
    title: (params) => `${place(params)} has a whole PEM block on one line`,
    detail: (params) =>
      `${block(params)} has BEGIN, base64 and END on the same line, as a folded YAML scalar (>) makes it. OpenSSL and Go do not see a BEGIN line.`,
    action: () => 'Put BEGIN and END on lines of their own, or use a YAML block scalar (|).',
    source: 'RFC 7468 §3; OpenSSL PEM_read_bio "no start line"',
  },
  'PEM-BASE64-OF-PEM': {
    title: (params) => `${place(params)} is base64 of PEM text, not PEM text`,
    detail: () =>
      'It was encoded once too often: Secret data is base64 already. NGINX Gateway Fabric decodes it in a CA bundle, other readers find no BEGIN line.',
    action: () => 'Store the PEM text itself (stringData, or encoded once in data).',
    source: 'Kubernetes Secret API; nginx: PEM_read_bio_X509_AUX() "no start line"',
  },
  'PEM-BARE-BASE64': {
    title: (params) => `${place(params)} has base64 without BEGIN and END lines`,
    detail: () =>
      'The bytes are a certificate or key, but PEM readers look for a BEGIN line and find none.',
    action: () =>
      'Put -----BEGIN CERTIFICATE----- before it and -----END CERTIFICATE----- after it.',
    source: 'RFC 7468 §2; nginx: PEM_read_bio_X509_AUX() "no start line"',
  },
  'PEM-DER-INSTEAD': {
    title: (params) => `${place(params)} is binary DER, not PEM text`,
    detail: () => 'Gateways and nginx read PEM only; they find no BEGIN line in it.',
    action: () => 'Store it as PEM: openssl x509 -inform der -in FILE -out FILE.pem',
    source: 'nginx: PEM_read_bio_X509_AUX() "no start line"',
  },
  'PEM-BYTE-ORDER-MARK': {
    title: (params) => `${place(params)} begins with a byte order mark`,
    detail: () =>
      'Go does not skip it as nginx does: NGINX Gateway Fabric says "must hold a valid CERTIFICATE PEM block".',
    action: () => 'Save the file as UTF-8 without a byte order mark.',
    source: 'Go encoding/pem Decode; NGINX Gateway Fabric ValidateCA',
  },
  'PEM-KEY-IN-CERTIFICATE-PLACE': {
    title: (params) => `${place(params)} holds a private key where a certificate belongs`,
    detail: (params) => `Its first block is ${value(params, 'label', 'PRIVATE KEY')}.`,
    action: () => 'Put the certificate there, and the key into tls.key of a Secret.',
    source: 'Kubernetes TLS Secrets; Gateway API BackendTLSPolicy caCertificateRefs',
  },
  'PEM-CERTIFICATE-IN-KEY-PLACE': {
    title: (params) => `${place(params)} holds a certificate where a private key belongs`,
    detail: (params) => `Its first block is ${value(params, 'label', 'CERTIFICATE')}.`,
    action: () => 'Put the private key there; tls.crt and tls.key may have been switched.',
    source: 'Go crypto/tls X509KeyPair: "PEM inputs may have been switched"',
  },
  'PEM-KEY-BESIDE-CERTIFICATE': {
    title: (params) => `${place(params)} holds a private key beside its certificates`,
    detail: () => 'Whoever may read the trust bundle can read the key.',
    action: () =>
      'Take the key out of this text and keep it in a Secret of type kubernetes.io/tls.',
    source: 'Kubernetes Secrets good practices',
  },
  'PEM-UNEXPECTED-LABEL': {
    title: (params) => `${place(params)} holds a ${value(params, 'label', 'PEM')} block`,
    detail: (params) =>
      `${value(params, 'expected', 'CERTIFICATE')} belongs there. NGINX Gateway Fabric looks at the first block only and refuses another label.`,
    action: (params) => `Store a ${value(params, 'expected', 'CERTIFICATE')} block.`,
    source: 'RFC 7468; NGINX Gateway Fabric ValidateCA',
  },
  'PEM-TOO-MANY-BLOCKS': {
    title: (params) => `${place(params)} holds more PEM blocks than are read`,
    detail: (params) => `The first ${value(params, 'limit', '10000')} are read, the rest are not.`,
    action: () => 'Split the file.',
    source: 'Limit of this studio',
  },
};
