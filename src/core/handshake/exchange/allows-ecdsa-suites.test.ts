import { expect, it } from 'vitest';
import { basePoint, ecSpki, testCertificate } from '../../pki/certificate-builder.testing.ts';
import { encodeDer } from '../../pki/der-write.ts';
import { keyUsage } from '../../pki/extensions/extension-builder.testing.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import { allowsEcdsaSuites } from './allows-ecdsa-suites.ts';

const spki = ecSpki('1.2.840.10045.3.1.7', basePoint('P-256'));
const broken = { oid: extensionOids.subjectAltName, value: encodeDer(4) };

it.each([
  ['no key usage', [], true],
  ['digitalSignature', [keyUsage('digitalSignature', 'keyAgreement')], true],
  ['keyAgreement alone', [keyUsage('keyAgreement')], false],
  ['an extension that is broken', [keyUsage('digitalSignature'), broken], false],
])('answers for an EC certificate with %s', (_, extensions, allowed) => {
  expect(allowsEcdsaSuites(testCertificate({ spki, extensions }))).toBe(allowed);
});

it('does not ask other keys', () => {
  const ed25519 = Uint8Array.of(
    0x30,
    0x2a,
    0x30,
    5,
    6,
    3,
    0x2b,
    0x65,
    0x70,
    3,
    0x21,
    0,
    ...Array<number>(32).fill(1),
  );
  const certificate = testCertificate({ spki: ed25519, extensions: [keyUsage('keyAgreement')] });
  expect(allowsEcdsaSuites(certificate)).toBe(true);
});
