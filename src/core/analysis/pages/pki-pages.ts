import type { FileFindingCode } from '../../pki/wording/file.ts';
import type { KeyFindingCode } from '../../pki/wording/key.ts';
import type { PemFindingCode } from '../../pki/wording/pem.ts';
import type { FindingPage } from './types.ts';

/** Pages about dropped key and certificate files. */
export const filePages: Readonly<Record<FileFindingCode, FindingPage>> = {
  'FILE-LOCKED': {
    title: 'A file locked with a password',
    what: 'The file is encrypted, as PKCS#12 files and many keys are.',
    why: 'What it holds takes no part in the analysis.',
    fix: 'Give the password; it stays in this page and is not stored.',
  },
  'FILE-NEEDS-SECURE-ORIGIN': {
    title: 'Decryption needs a secure address',
    what: 'Browsers offer cryptography on https addresses and on localhost only.',
    why: 'Locked files cannot be opened here.',
    fix: 'Open the studio on localhost or over https.',
  },
  'FILE-EMPTY': {
    title: 'An empty file',
    what: 'The file has no bytes; an export that failed leaves such files.',
    why: 'There is nothing to read.',
    fix: 'Export it again.',
  },
  'FILE-NOT-UNDERSTOOD': {
    title: 'A file of an unknown format',
    what: 'It is neither PEM, DER, PKCS#12 nor PKCS#7.',
    why: 'Nothing is read from it.',
    fix: 'Convert it to PEM.',
  },
  'FILE-JAVA-KEYSTORE': {
    title: 'A Java keystore',
    what: 'JKS is a format of Java alone.',
    why: 'No gateway reads it, and neither does this page.',
    fix: 'Convert it to PKCS#12 with keytool.',
  },
  'PKCS12-LEGACY': {
    title: 'PKCS#12 with old encryption',
    what: 'The file is encrypted with RC2 or 3DES, which browsers do not offer.',
    why: 'It cannot be opened here, even with the right password.',
    fix: 'Convert it once with openssl pkcs12 -legacy.',
  },
  'PKCS12-UNREADABLE': {
    title: 'A damaged PKCS#12 file',
    what: 'Its structure cannot be followed, or its checksum is wrong.',
    why: 'Nothing is read from it.',
    fix: 'Export it again, or look at it with openssl pkcs12 -info.',
  },
  'PKCS7-UNREADABLE': {
    title: 'A PKCS#7 file without certificates',
    what: 'Its structure cannot be followed, or it holds no certificates.',
    why: 'Nothing is read from it.',
    fix: 'Look at it with openssl pkcs7 -print_certs.',
  },
};

/** Pages about the content of certificates and keys. */
export const keyPages: Readonly<Record<KeyFindingCode, FindingPage>> = {
  'CERTIFICATE-UNREADABLE': {
    title: 'A certificate that does not decode',
    what: 'The PEM block is well-formed; the bytes in it are no certificate.',
    why: 'Every TLS library refuses it, most with the whole file.',
    fix: 'Copy the certificate again from its source.',
  },
  'KEY-ENCRYPTED': {
    title: 'An encrypted private key',
    what: 'The key needs a password, and a TLS Secret has no place for one.',
    why: 'Gateways and nginx cannot load it.',
    fix: 'Store it decrypted in the Secret: openssl pkey -in KEY -out KEY.plain.',
  },
  'KEY-LEGACY-ENCRYPTION': {
    title: 'A private key in old OpenSSL encryption',
    what: 'A DEK-Info header stands before the base64. The password is turned into a key with a single round of MD5.',
    why: 'Gateways cannot load it, and it is not decrypted here.',
    fix: 'Convert it once with openssl pkcs8 -topk8.',
  },
  'KEY-UNSUPPORTED-ENCRYPTION': {
    title: 'A key encrypted in an unusual way',
    what: 'Only PBES2 with PBKDF2 and AES-CBC is decrypted here, which OpenSSL writes by default.',
    why: 'The key takes no part in the analysis.',
    fix: 'Convert it once with openssl pkcs8 -topk8.',
  },
  'KEY-OPENSSH': {
    title: 'A key in OpenSSH format',
    what: 'ssh-keygen writes a format of its own.',
    why: 'TLS libraries do not read it.',
    fix: 'Convert a copy with ssh-keygen -p -m PKCS8.',
  },
  'KEY-REMOVED': {
    title: 'A private key that was taken out',
    what: 'A workspace is kept on the device without its private keys. A stand-in shows where one belongs.',
    why: 'All is checked as if the key were there; that it belongs to the certificate is not proven.',
    fix: 'Drop the file with the key again, or have keys kept too, encrypted, in the settings.',
  },
  'KEY-UNREADABLE': {
    title: 'A private key that does not decode',
    what: 'The PEM block is well-formed; the bytes in it are no key.',
    why: 'Whoever loads it stops with an error.',
    fix: 'Copy the key again from its source.',
  },
  'KEY-UNSUPPORTED': {
    title: 'A key that cannot be tried here',
    what: 'Browsers cannot sign with this type of key, and a signature is how the pair is proven.',
    why: 'Whether it belongs to the certificate is not known.',
    fix: 'Compare the public keys with openssl.',
  },
  'KEY-MISMATCH': {
    title: 'A key that does not belong to the certificate',
    what: 'A signature made with the key is not verified by the public key of the certificate.',
    why: 'Go, nginx and Envoy each refuse to load the two.',
    fix: 'Put the key there that the certificate was requested with.',
  },
};

/** Pages about PEM text. */
export const pemPages: Readonly<Record<PemFindingCode, FindingPage>> = {
  'PEM-EMPTY': {
    title: 'An empty value where PEM belongs',
    what: 'The key of the Secret or ConfigMap is there and holds nothing.',
    why: 'A CA reference to it is refused, or the data plane finds nothing to load.',
    fix: 'Put the PEM text there.',
  },
  'PEM-MISSING': {
    title: 'Text without a PEM block',
    what: 'No line begins with -----BEGIN.',
    why: 'Controllers report that there is no certificate; nginx says "no start line".',
    fix: 'Put the PEM text there, from BEGIN to END.',
  },
  'PEM-TRUNCATED': {
    title: 'A PEM block that is cut short',
    what: 'A BEGIN line has no END line.',
    why: 'nginx refuses the whole file; Go does not see the block.',
    fix: 'Copy the block again to its last line.',
  },
  'PEM-BAD-END-LINE': {
    title: 'A damaged END line',
    what: 'END stands on one line with other text. Files joined without a line end between them look like this.',
    why: 'nginx refuses the whole file with "bad end line".',
    fix: 'Put END and the next BEGIN on lines of their own.',
  },
  'PEM-BAD-BASE64': {
    title: 'Damaged base64 in a PEM block',
    what: 'A character or the length is not what base64 has.',
    why: 'One such block makes nginx refuse the whole file.',
    fix: 'Copy the block again from its source.',
  },
  'PEM-HTML-ESCAPED': {
    title: 'PEM copied from the source of a web page',
    what: 'HTML character references stand where base64 has + or /.',
    why: 'No data plane can decode the block.',
    fix: 'Replace the references; the fix does it.',
  },
  'PEM-INDENTED': {
    title: 'A PEM block that is indented too far',
    what: 'Blanks stand before BEGIN in the value itself.',
    why: 'OpenSSL and Go skip the block as if it were not there.',
    fix: 'Move it to the indentation of the YAML value.',
  },
  'PEM-BLANK-LINE': {
    title: 'A blank line inside a PEM block',
    what: 'A blank line separates headers from content in the old form of PEM.',
    why: 'OpenSSL takes the first lines for headers and refuses the block.',
    fix: 'Remove the blank lines between BEGIN and END.',
  },
  'PEM-ESCAPED-NEWLINES': {
    title: 'Line ends written as \\n',
    what: 'The text comes from JSON or an environment variable and is one long line.',
    why: 'OpenSSL and Go see no BEGIN line.',
    fix: 'Replace each \\n by a line end.',
  },
  'PEM-ONE-LINE': {
    title: 'A PEM block on one line',
    what: 'A folded YAML scalar (>) joins lines.',
    why: 'OpenSSL and Go see no BEGIN line.',
    fix: 'Use a block scalar (|).',
  },
  'PEM-BASE64-OF-PEM': {
    title: 'Base64 of PEM text',
    what: 'The text was encoded once too often: under data of a Secret kubectl shows base64 already.',
    why: 'Readers find no BEGIN line. NGINX Gateway Fabric alone decodes it, in CA bundles.',
    fix: 'Store the PEM text itself.',
  },
  'PEM-BARE-BASE64': {
    title: 'Base64 without BEGIN and END',
    what: 'The bytes are a certificate or key without its frame.',
    why: 'PEM readers find nothing.',
    fix: 'Put the BEGIN and END lines around it.',
  },
  'PEM-DER-INSTEAD': {
    title: 'DER where PEM belongs',
    what: 'The value is the binary form of a certificate or key.',
    why: 'Gateways and nginx read PEM only.',
    fix: 'Convert it with openssl x509 -inform der.',
  },
  'PEM-BYTE-ORDER-MARK': {
    title: 'A byte order mark before BEGIN',
    what: 'Three invisible bytes stand before the first block.',
    why: 'Go does not skip them, so NGINX Gateway Fabric refuses the CA that nginx itself would read.',
    fix: 'Save the file as UTF-8 without a byte order mark.',
  },
  'PEM-KEY-IN-CERTIFICATE-PLACE': {
    title: 'A private key where a certificate belongs',
    what: 'The first block is a key: two files were switched or joined.',
    why: 'NGINX Gateway Fabric looks at the first block only and refuses it; a key in a ConfigMap can be read by many.',
    fix: 'Put the certificate there, and treat the key as known to others if it was applied.',
  },
  'PEM-CERTIFICATE-IN-KEY-PLACE': {
    title: 'A certificate where a private key belongs',
    what: 'tls.crt and tls.key may have been switched.',
    why: 'Whoever loads the pair stops with an error.',
    fix: 'Put the private key there.',
  },
  'PEM-KEY-BESIDE-CERTIFICATE': {
    title: 'A private key in a trust bundle',
    what: 'A key stands among the CA certificates.',
    why: 'The connection works, and whoever may read the bundle can read the key.',
    fix: 'Take the key out and issue a new one if it was applied.',
  },
  'PEM-UNEXPECTED-LABEL': {
    title: 'A PEM block of another kind',
    what: 'A request, a CRL or another block stands where a certificate or key belongs.',
    why: 'NGINX Gateway Fabric refuses the object when this is the first block; others skip it.',
    fix: 'Store the block that belongs there, first.',
  },
  'PEM-TOO-MANY-BLOCKS': {
    title: 'Very many PEM blocks',
    what: 'The text has more blocks than are read here.',
    why: 'What stands in the rest is not known to the analysis.',
    fix: 'Split the file, or leave out what is not needed.',
  },
};
