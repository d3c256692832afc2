import { describe, expect, it } from 'vitest';
import { testCertificate, type TestExtension } from '../../../pki/certificate-builder.testing.ts';
import {
  crlNumber,
  crlReason,
  deltaCrlIndicator,
  distributionPoints,
  fullName,
  issuingPoint,
  testCrl,
  type TestCrl,
} from '../../../pki/crl-builder.testing.ts';
import { encodeDer } from '../../../pki/der-write.ts';
import {
  authorityKeyId,
  basicConstraints,
  directoryName,
  generalName,
  keyUsage,
  subjectKeyId,
} from '../../../pki/extensions/extension-builder.testing.ts';
import type { VerifyRequest } from '../../types.ts';
import { eventList, intermediate, leaf, root, verify } from '../verify-openssl.testing.ts';

const serial = Uint8Array.of(5);

/** The events of leaf 5 under `root`, with the root's list as given and nothing else to say of the root. */
async function eventsWith(
  lists: readonly TestCrl[],
  extensions: readonly TestExtension[] = [],
  request: Partial<VerifyRequest> = {},
): Promise<string> {
  const crls = lists.map((list) => testCrl({ issuer: 'root', ...list }));
  return eventList(
    await verify([leaf('root', { serial, extensions })], [root()], { crls, ...request }),
  );
}

const revoked = [{ serial: 5 }];
const x = fullName(generalName(['uri', 'http://x']));
const y = fullName(generalName(['uri', 'http://y']));
const atPoint = (name: Uint8Array, ...more: Uint8Array[]): TestExtension[] => [
  distributionPoints([encodeDer(0xa0, name), ...more]),
];

describe('checkRevocation', () => {
  it('checks nothing without the field, and misses every list of an empty one', async () => {
    expect(eventList(await verify([leaf('root')], [root()]))).toBe('-');
    expect(await eventsWith([])).toBe('3@0,3@1');
  });

  it('asks for the leaf alone when told so', async () => {
    expect(await eventsWith([], [], { crlScope: 'leaf' })).toBe('3@0');
  });

  // As the installed libcrypto answered them, events and order.
  it.each<[what: string, list: TestCrl, events: string]>([
    ['a list that does not name it', { revoked: [{ serial: 6 }] }, '-'],
    ['a list that names it', { revoked }, '23@0'],
    ['an entry with a reason', { revoked: [{ serial: 5, extensions: [crlReason(1)] }] }, '23@0'],
    ['removeFromCRL', { revoked: [{ serial: 5, extensions: [crlReason(8)] }] }, '-'],
    ['another issuer', { issuer: 'other', revoked }, '3@0,3@1'],
    ['a list from tomorrow', { thisUpdate: '261121150000Z' }, '11@0,11@1'],
    ['a list from now', { thisUpdate: '261120150000Z' }, '-'],
    ['a list until now', { nextUpdate: '261120150000Z' }, '12@0,12@1'],
    ['no next update', { nextUpdate: null }, '-'],
    [
      'broken times',
      { thisUpdate: '261320150000Z', nextUpdate: '261320150000Z' },
      '15@0,16@0,15@1,16@1',
    ],
    [
      'an unhandled critical extension',
      { extensions: [crlNumber(1, true)], revoked },
      '36@0,23@0,36@1',
    ],
    [
      'one in an entry',
      { revoked: [{ serial: 9, extensions: [{ ...crlReason(1), critical: true }] }] },
      '36@0,36@1',
    ],
    ['a list for users', { extensions: [issuingPoint({ only: 'user' })] }, '44@1,3@1'],
    ['a list for CAs', { extensions: [issuingPoint({ only: 'ca' })], revoked }, '44@0,23@0,3@0'],
    ['an indirect list', { extensions: [issuingPoint({ indirect: true })] }, '3@0,3@1'],
    ['a list for some reasons', { extensions: [issuingPoint({ reasons: 0x60 })] }, '3@0,3@1'],
    [
      'a named point nobody refers to',
      { extensions: [issuingPoint({ name: x })] },
      '44@0,3@0,44@1,3@1',
    ],
    ['another key identifier', { extensions: [authorityKeyId(9)] }, '-'],
    [
      'a delta, taken for a whole list',
      { extensions: [crlNumber(2), deltaCrlIndicator(1)], revoked },
      '23@0',
    ],
  ])('%s: %#', async (_, list, events) => {
    expect(await eventsWith([list])).toBe(events);
  });

  it.each<[what: string, points: readonly TestExtension[], list: TestExtension[], events: string]>([
    ['the same point', atPoint(x), [issuingPoint({ name: x })], ''],
    ['another point', atPoint(y), [issuingPoint({ name: x })], '44@0,3@0,'],
    ['a list for all points', atPoint(y), [], ''],
    ['a point for some reasons', atPoint(x, encodeDer(0x81, Uint8Array.of(0, 0x60))), [], '3@0,'],
    ['a point with its issuer', atPoint(x, encodeDer(0xa2, directoryName('root'))), [], ''],
    [
      'a point of another issuer',
      atPoint(x, encodeDer(0xa2, directoryName('b'))),
      [issuingPoint({ name: x })],
      '44@0,3@0,',
    ],
  ])(
    'takes the distribution points of the leaf into account: %s',
    async (_, points, list, events) => {
      const forRoot = list.length > 0 ? '44@1,3@1' : '';
      const expected = (events + forRoot).replace(/,$/, '') || '-';
      expect(await eventsWith([{ extensions: list }], points)).toBe(expected);
    },
  );

  it('prefers the list in time, then the newer one', async () => {
    const old = { thisUpdate: '240101000000Z', revoked };
    expect(await eventsWith([old, {}])).toBe('-');
    expect(await eventsWith([{}, old])).toBe('-');
    expect(await eventsWith([{ nextUpdate: '260101000000Z' }, old])).toBe('23@0');
  });

  it('wants cRLSign of an issuer that has keyUsage', async () => {
    const bare = root('root', { extensions: [basicConstraints(true), keyUsage('keyCertSign')] });
    const crls = [testCrl({ issuer: 'root' })];
    expect(eventList(await verify([leaf('root')], [bare], { crls }))).toBe('35@0,35@1');
  });

  it('skips a list whose key identifier is not the issuer’s', async () => {
    const extensions = [
      basicConstraints(true),
      keyUsage('keyCertSign', 'cRLSign'),
      subjectKeyId(1),
    ];
    const keyed = root('root', { extensions });
    const crls = [testCrl({ issuer: 'root', extensions: [authorityKeyId(2)] })];
    expect(eventList(await verify([leaf('root')], [keyed], { crls }))).toBe('3@0,3@1');
  });

  it('reports the signature of each list, and never takes an unchecked one for good', async () => {
    const crls = [testCrl({ issuer: 'root' })];
    const isList = ({ fingerprint }: { fingerprint: string }): boolean =>
      fingerprint === crls[0]?.fingerprint;
    const ask = (answer: 'invalid' | 'unsupported') =>
      verify([leaf('root')], [root()], {
        crls,
        checkSignature: (subject) => Promise.resolve(isList(subject) ? answer : 'valid'),
      });
    expect(eventList(await ask('invalid'))).toBe('8@0,8@1');
    const unsure = await ask('unsupported');
    expect([unsure.ok, unsure.events.length, unsure.unproven.length]).toEqual([false, 0, 2]);
  });

  it('needs a list at every depth', async () => {
    const middle = intermediate('middle', 'root');
    const crls = [testCrl({ issuer: 'root', revoked: [{ serial: 1 }] })];
    const result = await verify([leaf('middle', { serial }), middle], [root()], { crls });
    // The root has serial number 1 too, and its own list names it.
    expect(eventList(result)).toBe('3@0,23@1,23@2');
  });

  it('lets an entry speak for the issuer it names, and those behind it too', async () => {
    const named = (name: string): TestExtension => ({
      oid: '2.5.29.29',
      critical: true,
      value: encodeDer(0x30, directoryName(name)),
    });
    const behind = [{ serial: 4, extensions: [named('other')] }, { serial: 5 }];
    expect(await eventsWith([{ revoked: behind }])).toBe('-');
    expect(await eventsWith([{ revoked: [{ serial: 5, extensions: [named('root')] }] }])).toBe(
      '23@0',
    );
  });

  it('answers for no reason behind a distribution point without name and issuer', async () => {
    const broken = testCertificate({
      subject: 'leaf',
      issuer: 'root',
      extensions: [distributionPoints([], [encodeDer(0xa0, x)])],
    });
    const result = await verify([broken], [root()], { crls: [testCrl({ issuer: 'root' })] });
    expect(eventList(result)).toBe('20@0,3@0,21@0');
  });
});
