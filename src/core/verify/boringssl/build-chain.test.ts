import { describe, expect, it } from 'vitest';
import { basePoint, ecSpki } from '../../pki/certificate-builder.testing.ts';
import { encodeDer, encodeOid } from '../../pki/der-write.ts';
import {
  authorityKeyId,
  basicConstraints,
  keyUsage,
  subjectKeyId,
} from '../../pki/extensions/extension-builder.testing.ts';
import type { Certificate } from '../../pki/types.ts';
import { eventList, intermediate, leaf, root } from '../openssl/verify-openssl.testing.ts';
import type { VerifyResult } from '../types.ts';
import { verify } from './verify-boringssl.testing.ts';

const ca = root();
const middle = intermediate('middle', 'root');
const end = leaf('middle');
const selfSigned = leaf('leaf', { extensions: [] });
const withoutCertSign = leaf('leaf', { extensions: [keyUsage('digitalSignature')] });
const expiredMiddle = intermediate('middle', 'root', { notAfter: '260101000000Z' });

function outline(result: VerifyResult) {
  return [eventList(result), result.path.length, result.untrustedCount];
}

describe('the chain that BoringSSL builds', () => {
  it.each([
    ['ends at a root that is trusted', [end, middle], [ca], ['-', 3, 2]],
    ['ends at an intermediate that is trusted', [end], [middle], ['-', 2, 1]],
    [
      'does not use a peer certificate whose issuer the store has',
      [end, middle],
      [middle],
      ['-', 2, 1],
    ],
    ['is the leaf alone when that is trusted', [end], [end], ['-', 1, 0]],
    ['is a self-signed leaf that is trusted', [selfSigned], [selfSigned], ['-', 1, 0]],
    ['fails at a self-signed leaf that is not trusted', [selfSigned], [ca], ['18@0', 1, 1]],
    ['fails with 20 at one that may not sign', [withoutCertSign], [ca], ['20@0', 1, 1]],
    ['misses the intermediate', [end], [ca], ['20@0', 1, 1]],
    ['misses the root', [end, middle], [root('other')], ['20@1', 2, 2]],
    ['shows a root of the peer as not trusted', [end, middle, ca], [root('other')], ['19@2', 3, 3]],
    ['replaces the root of the peer by the trusted one', [end, middle, ca], [ca], ['-', 3, 2]],
    [
      'takes the first of two intermediates, though it has expired',
      [end, expiredMiddle, middle],
      [ca],
      ['10@1', 3, 2],
    ],
  ] as const)('%s', async (_what, peer, anchors, expected) => {
    expect(outline(await verify(peer, anchors))).toEqual(expected);
  });

  it('passes over a namesake whose key usage does not allow signing', async () => {
    const barred = intermediate('middle', 'root', {
      extensions: [basicConstraints(true), keyUsage('cRLSign')],
    });
    const { events, candidates } = await verify([end, barred, middle], [ca]);
    expect(events).toEqual([]);
    expect(
      candidates
        .filter(({ of, from }) => of === end && from === 'peer')
        .map(({ candidate, outcome, rejections }) => [candidate, outcome, rejections]),
    ).toEqual([
      [end, 'rejected', ['subject-differs']],
      [barred, 'rejected', ['key-usage']],
      [middle, 'used', []],
    ]);
  });

  it('does not take a trusted namesake for a self-signed leaf', async () => {
    const own = leaf('leaf', { extensions: [], serial: Uint8Array.of(9) });
    const result = await verify([selfSigned], [own]);
    expect(outline(result)).toEqual(['18@0', 1, 1]);
    expect(result.candidates).toEqual([
      {
        candidate: own,
        of: selfSigned,
        from: 'anchors',
        outcome: 'rejected',
        rejections: ['not-identical'],
      },
    ]);
  });

  it('takes an issuer whose key or algorithm is of no use, and says so', async () => {
    const p192 = ecSpki('1.2.840.10045.3.1.1', basePoint('P-192'));
    const md5 = encodeDer(0x30, encodeOid('1.2.840.113549.1.1.4'));
    const reasons = async (peer: Certificate, anchor: Certificate) => {
      const { candidates } = await verify([peer], [anchor]);
      return candidates.map(({ outcome, rejections }) => [outcome, ...rejections]);
    };
    expect(await reasons(leaf('root'), root('root', { spki: p192 }))).toEqual([
      ['used', 'key-undecodable'],
    ]);
    expect(await reasons(leaf('root', { algorithm: md5 }), ca)).toEqual([
      ['used', 'algorithm-refused'],
    ]);
  });

  it('records every search once, also where the library repeats it', async () => {
    const { candidates } = await verify([end, middle], [ca]);
    expect(candidates.map(({ from, outcome }) => [from, outcome])).toEqual([
      ['anchors', 'rejected'],
      ['peer', 'rejected'],
      ['peer', 'used'],
      ['anchors', 'used'],
    ]);
  });

  it.each([
    [0, '20@1'],
    [1, '-'],
  ])('with depth %i, one intermediate gives %s', async (depth, expected) => {
    expect(eventList(await verify([end, middle], [ca], { depth }))).toBe(expected);
  });

  it('is given up at a leaf with a broken extension', async () => {
    const broken = leaf('root', {
      extensions: [keyUsage('digitalSignature'), keyUsage('cRLSign')],
    });
    const { events, fatal, first, last, ok } = await verify([broken], [ca]);
    expect(events).toEqual([]);
    expect([fatal?.code, fatal?.depth, ok]).toEqual([41, 0, false]);
    expect([first, last]).toEqual([fatal, fatal]);
  });

  it('is built over key identifiers that agree', async () => {
    const named = leaf('root', { extensions: [authorityKeyId(1)] });
    const [one, two] = [1, 2].map((id) => root('root', { extensions: [subjectKeyId(id)] }));
    if (!one || !two) throw new Error('two roots were built');
    const { events, candidates } = await verify([named], [two, one]);
    expect(events).toEqual([]);
    expect(candidates.map(({ rejections }) => rejections)).toEqual([['key-id-differs'], []]);
  });
});
