import { describe, expect, it } from 'vitest';
import {
  crlReason,
  distributionPoints,
  fullName,
  issuingPoint,
  testCrl,
  type TestCrl,
} from '../../pki/crl-builder.testing.ts';
import { crlNumber } from '../../pki/crl-builder.testing.ts';
import { encodeDer } from '../../pki/der-write.ts';
import {
  basicConstraints,
  generalName,
  keyUsage,
} from '../../pki/extensions/extension-builder.testing.ts';
import { eventList, leaf, root } from '../openssl/verify-openssl.testing.ts';
import type { BoringsslRequest } from '../types.ts';
import { verify } from './verify-boringssl.testing.ts';

const uri = fullName(generalName(['uri', 'http://crl.example.com/a']));
const otherUri = fullName(generalName(['uri', 'http://crl.example.com/b']));
const end = leaf('root', {
  serial: Uint8Array.of(7),
  extensions: [distributionPoints([encodeDer(0xa0, uri)])],
});
const ca = root('root', { serial: Uint8Array.of(1) });

async function events(specs: readonly TestCrl[], options: Partial<BoringsslRequest> = {}) {
  const crls = specs.map((spec) => testCrl({ issuer: 'root', ...spec }));
  return eventList(await verify([end], [ca], { crls, ...options }));
}

const revoked = [{ serial: 7 }];

describe('revocation as BoringSSL checks it', () => {
  it.each<[what: string, crls: readonly TestCrl[], expected: string]>([
    ['misses a list for every certificate', [], '3@0,3@1'],
    ['misses one of that issuer', [{ issuer: 'other' }], '3@0,3@1'],
    ['finds nothing', [{}], '-'],
    ['finds the serial number', [{ revoked }], '23@0'],
    [
      'takes removeFromCRL for revoked',
      [{ revoked: [{ serial: 7, extensions: [crlReason(8)] }] }],
      '23@0',
    ],
    ['prefers the newer list', [{ thisUpdate: '260101000000Z' }, { revoked }], '-'],
    ['prefers the list that is valid now', [{ nextUpdate: '260101000000Z', revoked }, {}], '-'],
    ['says that a list has expired', [{ nextUpdate: '260101000000Z' }], '12@0,12@1'],
    ['says that a list is of the future', [{ thisUpdate: '270101000000Z' }], '11@0,11@1'],
    ['does not know a critical number', [{ extensions: [crlNumber(1, true)] }], '36@0,36@1'],
    [
      'takes a list for the point that the certificate names',
      [{ extensions: [issuingPoint({ name: uri })], revoked }],
      '23@0,44@1',
    ],
    [
      'does not take a list for another point',
      [{ extensions: [issuingPoint({ name: otherUri })] }],
      '44@0,44@1',
    ],
    [
      'keeps lists for users and for CAs apart',
      [
        { extensions: [issuingPoint({ only: 'ca' })] },
        { extensions: [issuingPoint({ only: 'user' })], revoked },
      ],
      '23@0',
    ],
    [
      'passes over indirect lists',
      [{ extensions: [issuingPoint({ indirect: true })], revoked }],
      '3@0,3@1',
    ],
    [
      'passes over lists for some reasons',
      [{ extensions: [issuingPoint({ reasons: 0x40 })], revoked }],
      '3@0,3@1',
    ],
    [
      'does not load extensions in version 1',
      [{ version: 1, extensions: [crlNumber(1)] }],
      '3@0,3@1',
    ],
  ])('%s', async (_what, specs, expected) => expect(await events(specs)).toBe(expected));

  it('looks up the leaf alone when asked', async () => {
    expect(await events([], { crlScope: 'leaf' })).toBe('3@0');
  });

  it('does not mind the times of a list when it minds none', async () => {
    expect(await events([{ nextUpdate: '260101000000Z' }], { ignoreTimes: true })).toBe('-');
  });

  it('needs the right to sign lists and a signature that fits', async () => {
    const crls = [testCrl({ issuer: 'root' })];
    const barred = root('root', { extensions: [basicConstraints(true), keyUsage('keyCertSign')] });
    expect(eventList(await verify([end], [barred], { crls }))).toBe('35@0,35@1');
    const checkSignature: BoringsslRequest['checkSignature'] = (subject) =>
      Promise.resolve(subject === crls[0] ? 'invalid' : 'valid');
    expect(eventList(await verify([end], [ca], { crls, checkSignature }))).toBe('8@0,8@1');
  });
});
