import type { TestName } from '../../src/core/pki/certificate-builder.testing.ts';
import { encodeDer } from '../../src/core/pki/der-write.ts';
import {
  directoryName,
  generalName,
  type TestGeneralName,
} from '../../src/core/pki/extensions/extension-builder.testing.ts';
import type { Random } from '../../src/core/pki/random.testing.ts';

/** Few names, so that they meet: as subjects, alternative names, constraints and host names. */
export const hosts = [
  'a.test',
  'b.a.test',
  'x.example.com',
  '*.a.test',
  '*.example.com',
  'a*.example.com',
  'ab.example.com',
  '10.0.0.1',
  '.a.test',
  'A.TEST',
  'foo',
  'xn--a.example.com',
] as const;

const emails = ['u@a.test', 'u@b.a.test', 'U@A.test', 'nobody', '.a.test', 'a.test', '@a.test'];
const uris = [
  'https://a.test/x',
  'https://b.a.test:1/',
  'urn:x',
  'spiffe://a.test/ns',
  '.a.test',
  'a.test',
  'https://u@a.test/',
  'http://[::1]/',
  'x://',
  'https://a.test?x',
];
const addresses = ['10,0,0,1', '10,1,0,1', '1,2,3', '32,1,13,184,0,0,0,0,0,0,0,0,0,0,0,1'];
const networks = ['10,0,0,0,255,0,0,0', '10,0,0,1', '0,0,0,0,0,0,0,0', Array(32).fill(0).join()];

/** Distinguished names; several are equal once folded, or differ in the order inside one RDN. */
export const subjects: readonly (TestName | string)[] = [
  'root',
  'int1',
  'int2',
  'leaf',
  [
    ['O', 'Lab'],
    ['CN', 'a.test'],
  ],
  [
    ['O', 'lab', 0x13],
    ['CN', 'A.test ', 0x13],
  ],
  [
    ['C', 'DE', 0x13],
    ['O', 'Lab'],
    ['CN', 'x'],
  ],
  [],
  [
    ['CN', 'b.a.test'],
    ['emailAddress', 'u@a.test', 0x16],
  ],
  [
    ['CN', 'x.example.com'],
    ['emailAddress', 'u@a.test'],
  ],
  [
    [
      ['CN', 'a'],
      ['OU', 'b'],
    ],
  ],
  [
    [
      ['OU', 'b'],
      ['CN', 'a'],
    ],
  ],
  [
    ['CN', 'foo'],
    ['CN', '*.a.test'],
  ],
  [['O', 'Lab']],
  [['CN', 'a_b.example.com']],
  [['CN', 'a.test', 0x14]],
  [['CN', '1', 0x12]],
];

/** A GeneralName as it stands in a subjectAltName; half are dNSNames. */
export function randomGeneralName(random: Random): TestGeneralName {
  const kind = random.pick(['dns', 'dns', 'dns', 'email', 'uri', 'ip', 'rid'] as const);
  const values = { dns: hosts, email: emails, uri: uris, ip: addresses, rid: ['1.2.3', '1.2.4'] };
  return [kind, random.pick<string>(values[kind])];
}

function randomBase(random: Random): Uint8Array {
  const dns = ['a.test', '.a.test', 'example.com', 'test', '', 'A.Test'];
  switch (random.int(8)) {
    case 3:
      return generalName(['email', random.pick(emails)]);
    case 4:
      return generalName(['uri', random.pick(uris)]);
    case 5:
      return generalName(['ip', random.pick(networks)]);
    case 6:
      return directoryName(random.pick(subjects));
    case 7:
      return generalName(['rid', '1.2.3']);
    default:
      return generalName(['dns', random.pick(dns)]);
  }
}

/** A GeneralSubtree, now and then with the minimum or maximum that nobody may use. */
export function randomSubtree(random: Random): Uint8Array {
  return encodeDer(
    0x30,
    randomBase(random),
    ...(random.chance(0.08) ? [encodeDer(0x80, Uint8Array.of(random.int(2)))] : []),
    ...(random.chance(0.04) ? [encodeDer(0x81, Uint8Array.of(9))] : []),
  );
}
