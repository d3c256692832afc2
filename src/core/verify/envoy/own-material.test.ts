import { beforeAll, describe, expect, it } from 'vitest';
import { basePoint, ecSpki, testCertificate } from '../../pki/certificate-builder.testing.ts';
import { encodePem } from '../../pki/encode-pem.ts';
import { basicConstraints, keyUsage } from '../../pki/extensions/extension-builder.testing.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import { makeCa } from '../../pki/issuing/chain.testing.ts';
import { ownKeyFailure, privateKeyFailure, readEnvoyBundle } from './own-material.ts';

let pem: string;
beforeAll(async () => {
  pem = (await makeCa('Root')).certificatePem;
});

const block = (label: string, body: string): string =>
  `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
/** RFC 5280 §4.1.2.1; OpenSSL loads it. */
const oldWithExtensions = encodePem(
  'CERTIFICATE',
  testCertificate({ version: 1, extensions: [basicConstraints(true)] }).der,
);
const refused = (reason: string) => ({
  ok: false,
  reason,
  text: 'Failed to load trusted CA certificates from <inline>',
});

describe('readEnvoyBundle', () => {
  it('takes certificates with text around them', () => {
    expect(readEnvoyBundle(`# the root\n${pem}\nand again\n${pem}`)).toMatchObject({
      ok: true,
      bundle: { certificates: [{}, {}], crls: [] },
    });
  });

  it.each([
    ['nothing at all', () => '', 'no-certificate'],
    ['no certificate', () => 'plain text', 'no-certificate'],
    ['a damaged block behind a good one', () => pem + block('CERTIFICATE', '!!'), 'damaged-block'],
    ['a block that is no certificate', () => pem + block('CERTIFICATE', 'AAAA'), 'damaged-block'],
    ['a certificate that BoringSSL does not load', () => pem + oldWithExtensions, 'damaged-block'],
    ['a revocation list that is none', () => pem + block('X509 CRL', 'AAAA'), 'damaged-block'],
  ])('refuses the whole bundle for %s', (_, text, reason) => {
    expect(readEnvoyBundle(text())).toEqual(refused(reason));
  });
});

describe('ownKeyFailure', () => {
  it.each([
    ['P-256', '1.2.840.10045.3.1.7', null],
    ['P-384', '1.3.132.0.34', null],
    [
      'P-224',
      '1.3.132.0.33',
      'Failed to load certificate chain from <inline>, only P-256, P-384 or P-521 ECDSA certificates are supported',
    ],
  ])('of a %s key', (name, oid, failure) => {
    const certificate = testCertificate({ spki: ecSpki(oid, basePoint(name)) });
    expect(ownKeyFailure(certificate)).toBe(failure);
  });
});

it('takes no EC certificate whose key usage forbids signing', () => {
  const spki = ecSpki('1.2.840.10045.3.1.7', basePoint('P-256'));
  const forbids = testCertificate({ spki, extensions: [keyUsage('keyAgreement')] });
  const allows = testCertificate({ spki, extensions: [keyUsage('digitalSignature')] });
  expect(ownKeyFailure(forbids)).toBe('Failed to load certificate chain from <inline>');
  expect(ownKeyFailure(allows)).toBeNull();
  // The first of two is read, which makes the certificate as such worthless.
  const twice = [keyUsage('digitalSignature'), keyUsage('keyAgreement')];
  expect(ownKeyFailure(testCertificate({ spki, extensions: twice }))).toBeNull();
  expect(ownKeyFailure(testCertificate({ spki, extensions: twice.toReversed() }))).toBe(
    'Failed to load certificate chain from <inline>',
  );
  // An OCTET STRING where the BIT STRING belongs.
  const broken = { oid: extensionOids.keyUsage, value: Uint8Array.of(0x04, 0x00) };
  const unreadable = testCertificate({ spki, extensions: [broken] });
  expect(ownKeyFailure(unreadable)).toBe('Failed to load certificate chain from <inline>');
});

describe('privateKeyFailure', () => {
  it.each([
    ['other-key', '0b000074:X.509 certificate routines:OPENSSL_internal:KEY_VALUES_MISMATCH'],
    ['other-type', '0b000073:X.509 certificate routines:OPENSSL_internal:KEY_TYPE_MISMATCH'],
    ['no-key', '0900006e:PEM routines:OPENSSL_internal:NO_START_LINE'],
  ] as const)('for %s quotes %s', (cause, error) => {
    expect(privateKeyFailure(cause)).toBe(
      `Failed to load private key from <inline>, Cause: error:${error}`,
    );
  });
});
