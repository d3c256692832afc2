import { buildCertificate } from './certificate-builder.testing.ts';
import {
  buildCrl,
  crlNumber,
  crlReason,
  distributionPoints,
  fullName,
  issuingPoint,
} from './crl-builder.testing.ts';
import { encodeDer } from './der-write.ts';
import {
  authorityKeyId,
  basicConstraints,
  directoryName,
  extendedKeyUsage,
  generalName,
  keyUsage,
  nameConstraints,
  subjectAltName,
  subjectKeyId,
} from './extensions/extension-builder.testing.ts';
import { mutationSeed, type MutationSeed } from './mutate-der.testing.ts';

const point = fullName(generalName(['uri', 'http://a/b']));

const authority = buildCertificate({
  subject: [
    ['C', 'DE', 0x13],
    [
      ['CN', 'a'],
      ['OU', 'b'],
    ],
    ['emailAddress', 'x@y', 0x16],
  ],
  extensions: [
    basicConstraints(true, 1),
    keyUsage('keyCertSign', 'cRLSign'),
    nameConstraints(
      [generalName(['dns', 'a.test']), directoryName('b')],
      [generalName(['ip', '1,1,1,1,255,0,0,0'])],
    ),
    distributionPoints([
      encodeDer(0xa0, point),
      encodeDer(0x81, Uint8Array.of(0, 96)),
      encodeDer(0xa2, directoryName('x')),
    ]),
    {
      oid: '1.3.6.1.5.5.7.1.14',
      value: encodeDer(0x30, encodeDer(0x30, encodeDer(6, Uint8Array.of(42)))),
    },
    { oid: '2.16.840.1.113730.1.1', value: encodeDer(3, Uint8Array.of(0, 7)) },
  ],
});

const server = buildCertificate({
  notAfter: '20550101000000Z',
  extensions: [
    extendedKeyUsage('1.3.6.1.5.5.7.3.1', '2.5.29.37.0'),
    subjectAltName(
      ['dns', '*.a.test'],
      ['ip', '10,0,0,1'],
      ['uri', 'spiffe://a/b'],
      ['rid', '1.2.3'],
    ),
    subjectKeyId(1, 2, 3),
    authorityKeyId(1, 2, 3),
  ],
});

const list = buildCrl({
  revoked: [{ serial: 5, extensions: [crlReason(1)] }, { serial: 200 }],
  extensions: [authorityKeyId(1, 2), crlNumber(7), issuingPoint({ name: point, only: 'user' })],
});

/** Certificates that together have every structure which the decoder knows. */
export const certificateSeeds: readonly Uint8Array[] = [authority, server];

/** The same, and a CRL. */
export const fuzzSeeds: readonly MutationSeed[] = [...certificateSeeds, list].map(mutationSeed);
