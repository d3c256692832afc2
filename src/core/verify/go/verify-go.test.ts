import { describe, expect, it } from 'vitest';
import { basePoint, ecSpki, testCertificate } from '../../pki/certificate-builder.testing.ts';
import { encodeDer, encodeOid } from '../../pki/der-write.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import {
  authorityKeyId,
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
  subjectKeyId,
} from '../../pki/extensions/extension-builder.testing.ts';
import type { Certificate } from '../../pki/types.ts';
import type { GoRequest } from '../types.ts';
import { verifyGo } from './verify-go.ts';

const at = Date.UTC(2026, 10, 20, 15);
const ca = [basicConstraints(true)];
const root = testCertificate({ subject: 'root', issuer: 'root', extensions: ca });
const otherKey = ecSpki('1.3.132.0.34', basePoint('P-384'));

function verify(
  peerChain: readonly Certificate[],
  anchors: readonly Certificate[],
  options: Partial<GoRequest> = {},
) {
  const checkSignature = () => Promise.resolve('valid' as const);
  return verifyGo({ peerChain, anchors, purpose: 'server', at, checkSignature, ...options });
}

describe('verifyGo', () => {
  it('tries the issuer first whose key identifier fits', async () => {
    const leaf = testCertificate({ issuer: 'root', extensions: [authorityKeyId(2)] });
    const named = [1, 2].map((id) =>
      testCertificate({
        subject: 'root',
        issuer: 'root',
        extensions: [...ca, subjectKeyId(id)],
        serial: Uint8Array.of(id),
      }),
    );
    const result = await verify([leaf], [root, ...named]);
    expect(result.candidates.map(({ candidate }) => candidate)).toEqual([named[1], root, named[0]]);
    expect(result.ok).toBe(true);
  });

  it('names the first reason as a hint when no chain is found', async () => {
    const leaf = testCertificate({ issuer: 'root' });
    const checkSignature = () => Promise.resolve('invalid' as const);
    const { first } = await verify([leaf], [root], { checkSignature });
    expect(first?.text).toBe(
      'x509: certificate signed by unknown authority (possibly because of "x509: ECDSA verification failure" while trying to verify candidate authority certificate "root")',
    );
  });

  it.each([
    ['no CA bit', [basicConstraints(false)]],
    ['no CA extension', []],
    ['a keyUsage without keyCertSign', [...ca, keyUsage('cRLSign')]],
  ])('refuses the signature of a root with %s', async (_, extensions) => {
    const weak = testCertificate({ subject: 'root', issuer: 'root', extensions });
    const { first, candidates } = await verify([testCertificate({ issuer: 'root' })], [weak]);
    expect(first?.text).toContain('parent certificate cannot sign this kind of certificate');
    expect(candidates[0]?.rejections).toEqual(['not-a-ca']);
  });

  it('takes a leaf that is itself a root, CA or not', async () => {
    const own = testCertificate({ subject: 'own', issuer: 'own' });
    expect((await verify([own], [own])).ok).toBe(true);
  });

  it('asks every certificate of a chain for the usage, roots included', async () => {
    const server = extendedKeyUsage('1.3.6.1.5.5.7.3.1');
    const limited = testCertificate({
      subject: 'root',
      issuer: 'root',
      extensions: [...ca, server],
    });
    const leaf = testCertificate({ issuer: 'root' });
    expect((await verify([leaf], [limited])).ok).toBe(true);
    const { first, attempts } = await verify([leaf], [limited], { purpose: 'client' });
    expect(first?.text).toBe('x509: certificate specifies an incompatible key usage');
    expect(attempts?.map(({ path }) => path)).toEqual([[leaf, limited]]);
  });

  it('does not load a chain with a certificate that does not parse', async () => {
    const broken = testCertificate({
      issuer: 'root',
      extensions: [{ ...subjectKeyId(1), critical: true }],
    });
    const { first, unloadable } = await verify([broken], [root]);
    expect(first?.text).toBe('x509: subject key identifier incorrectly marked critical');
    expect(unloadable?.map(({ certificate }) => certificate)).toEqual([broken]);
  });

  it('refuses SHA-1 and says so in the hint', async () => {
    // ecdsa-with-SHA1
    const algorithm = Uint8Array.of(0x30, 9, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 1);
    const leaf = testCertificate({ issuer: 'root', algorithm });
    const { first } = await verify([leaf], [root]);
    expect(first?.text).toContain('insecure algorithm ECDSA-SHA1');
  });

  it('ends on certificates that issue each other', async () => {
    const one = testCertificate({ subject: 'a', issuer: 'b', extensions: ca });
    const two = testCertificate({ subject: 'b', issuer: 'a', extensions: ca, spki: otherKey });
    const { first } = await verify([testCertificate({ issuer: 'a' }), one, two], [root]);
    expect(first?.name).toBe('UnknownAuthorityError');
  });

  describe('with a root that requires a policy of every certificate', () => {
    const policy = encodeDer(0x30, encodeDer(0x30, encodeOid('1.2.3')));
    const policies = { oid: extensionOids.certificatePolicies, value: policy };
    const required = {
      oid: extensionOids.policyConstraints,
      value: encodeDer(0x30, encodeDer(0x80, Uint8Array.of(0))),
    };
    const middle = testCertificate({
      subject: 'middle',
      issuer: 'root',
      extensions: [...ca, policies, required],
      spki: otherKey,
    });

    it('takes a leaf with the policy', async () => {
      const leaf = testCertificate({ issuer: 'middle', extensions: [policies] });
      expect((await verify([leaf, middle], [root])).ok).toBe(true);
    });

    it.each([
      ['1.24', 'x509: no valid chains built: all candidate chains have invalid policies'],
      ['1.26', 'x509: no valid chains built: 1 candidate chains with invalid policies'],
    ] as const)('refuses one without: Go %s', async (release, text) => {
      const leaf = testCertificate({ issuer: 'middle' });
      const { first, ok } = await verify([leaf, middle], [root], { release });
      expect([ok, first?.name, first?.text]).toEqual([false, 'NoValidChains', text]);
    });

    it('asks nothing of a chain without the intermediate', async () => {
      expect((await verify([testCertificate({ issuer: 'root' })], [root])).ok).toBe(true);
    });
  });
});
