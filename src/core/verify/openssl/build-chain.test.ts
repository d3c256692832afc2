import { describe, expect, it } from 'vitest';
import {
  authorityKeyId,
  basicConstraints,
  subjectAltName,
  subjectKeyId,
} from '../../pki/extensions/extension-builder.testing.ts';
import { eventList, intermediate, leaf, root, verify } from './verify-openssl.testing.ts';

const ca = root();
const int1 = intermediate('int1', 'root');
const int2 = intermediate('int2', 'int1');
const self = root('self', { extensions: [] });

describe('the chain OpenSSL builds', () => {
  it('goes from the leaf over what the peer sent to a self-signed anchor', async () => {
    const server = leaf('int2');
    const result = await verify([server, int2, int1], [ca]);
    expect(eventList(result)).toBe('-');
    expect(result.ok).toBe(true);
    expect(result.path).toEqual([server, int2, int1, ca]);
    expect(result.untrustedCount).toBe(3);
  });

  it('does not mind the order of what the peer sent', async () => {
    expect(eventList(await verify([leaf('int2'), int1, int2], [ca]))).toBe('-');
  });

  it('takes an intermediate from the trust store before the peer’s own', async () => {
    const stored = intermediate('int1', 'root', { serial: Uint8Array.of(9) });
    const result = await verify([leaf('int1'), int1], [ca, stored]);
    expect(result.path[1]).toBe(stored);
    expect(result.untrustedCount).toBe(1);
  });

  it('never goes back to the peer once it stands on the trust store', async () => {
    const result = await verify([leaf('int2'), int2, int1], [int2]);
    expect(eventList(result)).toBe('2@1');
    expect(result.path).toHaveLength(2);
  });

  it.each([
    ['the intermediate is missing', [leaf('int1')], [ca], '20@0,21@0'],
    ['the root is another', [leaf('int1'), int1], [root('other')], '20@1'],
    ['the peer sends its own root', [leaf('root'), ca], [root('other')], '19@1'],
    ['a self-signed certificate is not trusted', [self], [ca], '18@0'],
    ['only an intermediate is trusted', [leaf('int1'), int1], [int1], '2@1'],
    [
      'the leaf itself is trusted, but not self-signed',
      [leaf('root')],
      [leaf('root')],
      '20@0,21@0',
    ],
  ])('when %s', async (_, peerChain, anchors, expected) => {
    expect(eventList(await verify(peerChain, anchors))).toBe(expected);
  });

  it('accepts a self-signed leaf that is its own anchor', async () => {
    expect(eventList(await verify([self], [self]))).toBe('-');
  });

  it('does not trust a self-signed certificate because another of its name is trusted', async () => {
    const mimic = root('self', { serial: Uint8Array.of(7) });
    const result = await verify([self], [mimic]);
    expect(eventList(result)).toBe('18@0');
    expect(result.candidates[0]).toMatchObject({ from: 'anchors', rejections: ['not-identical'] });
  });

  it('ends on cyclic issuers', async () => {
    const a = intermediate('a', 'b');
    const b = intermediate('b', 'a');
    expect(eventList(await verify([leaf('a'), a, b], [ca]))).toBe('20@2');
  });

  it('ignores a repeated anchor', async () => {
    const result = await verify([leaf('root')], [ca, root()]);
    expect(result.candidates.filter(({ from }) => from === 'anchors')).toHaveLength(1);
  });
});

describe('depth: intermediates allowed between leaf and anchor', () => {
  it.each([
    [2, '-'],
    [1, '22@2,20@2'],
    [0, '22@1,20@1'],
  ])('at %i two intermediates give %s', async (depth, expected) => {
    expect(eventList(await verify([leaf('int2'), int2, int1], [ca], { depth }))).toBe(expected);
  });

  it('names the issuer that was there but too deep', async () => {
    const result = await verify([leaf('int1'), int1], [ca], { depth: 0 });
    expect(eventList(result)).toBe('22@1,20@1');
    const tooDeep = result.candidates.filter(({ rejections }) =>
      rejections.includes('depth-exceeded'),
    );
    expect(tooDeep.map(({ candidate }) => candidate)).toEqual([ca]);
  });
});

describe('among several issuers of one name', () => {
  const expired = root('root', { notAfter: '260101000000Z', serial: Uint8Array.of(2) });
  const older = root('root', { notAfter: '250601000000Z', serial: Uint8Array.of(3) });

  it.each([
    ['the valid one wins over an expired one before it', [expired, ca], ca],
    ['the first of two valid ones wins', [ca, root('root', { serial: Uint8Array.of(4) })], ca],
    ['of expired ones the latest wins', [older, expired], expired],
  ])('%s', async (_, anchors, expected) => {
    const result = await verify([leaf('root')], anchors);
    expect(result.path[1]).toBe(expected);
    const lost = result.candidates.find(({ candidate }) => candidate !== expected);
    expect(lost).toMatchObject({ outcome: 'rejected', rejections: ['not-preferred'] });
  });

  it('key identifiers rule one out; without them the first is taken and not revised', async () => {
    const wrong = root('root', { extensions: [subjectKeyId(1), basicConstraints(true)] });
    const right = root('root', { extensions: [subjectKeyId(2), basicConstraints(true)] });
    const withId = leaf('root', { extensions: [authorityKeyId(2)] });
    const checkSignature = (_: unknown, issuer: unknown) =>
      Promise.resolve(issuer === right ? ('valid' as const) : ('invalid' as const));
    expect(eventList(await verify([withId], [wrong, right], { checkSignature }))).toBe('-');
    expect(eventList(await verify([leaf('root')], [wrong, right], { checkSignature }))).toBe('7@0');
  });
});

describe('the candidates that a verification lists', () => {
  it('carry every reason that holds, in the library’s order', async () => {
    const stranger = root('stranger', { extensions: [subjectKeyId(1)] });
    const server = leaf('root', { extensions: [authorityKeyId(2), subjectAltName(['dns', 'a'])] });
    const { candidates } = await verify([server], [stranger]);
    expect(candidates[0]).toMatchObject({
      candidate: stranger,
      of: server,
      from: 'anchors',
      outcome: 'rejected',
      rejections: ['subject-differs', 'key-id-differs'],
    });
  });

  it('say when the key of a namesake does not verify the signature', async () => {
    const namesake = root('root', { extensions: [subjectKeyId(1)] });
    const server = leaf('root', { extensions: [authorityKeyId(2)] });
    const checkSignature = () => Promise.resolve('invalid' as const);
    const { candidates } = await verify([server], [namesake], { checkSignature });
    expect(candidates[0]?.rejections).toEqual(['key-id-differs', 'signature-invalid']);
  });

  it('include the peer’s own, and mark an untrusted top', async () => {
    const { candidates } = await verify([leaf('root'), ca], [root('other')]);
    const fromPeer = candidates.filter(({ from }) => from === 'peer');
    expect(fromPeer).toMatchObject([
      { candidate: ca, outcome: 'used', rejections: ['not-trusted-here'] },
    ]);
  });
});

describe('a broken certificate in the chain', () => {
  it('is nobody’s issuer and has none', async () => {
    const brokenSan = { oid: '2.5.29.17', value: Uint8Array.of(0x30, 0x02, 0x83, 0x00) };
    const result = await verify([leaf('root', { extensions: [brokenSan] })], [ca]);
    expect(eventList(result)).toBe('20@0,21@0');
    expect(result.candidates[0]?.rejections).toContain('invalid-extension');
  });
});
