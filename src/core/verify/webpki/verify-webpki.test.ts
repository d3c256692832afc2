import { describe, expect, it } from 'vitest';
import { basePoint, ecSpki, testCertificate } from '../../pki/certificate-builder.testing.ts';
import {
  basicConstraints,
  extendedKeyUsage,
  subjectAltName,
} from '../../pki/extensions/extension-builder.testing.ts';
import type { Certificate } from '../../pki/types.ts';
import type { WebpkiRequest } from '../types.ts';
import { verifyWebpki } from './verify-webpki.ts';

const otherKey = ecSpki('1.3.132.0.34', basePoint('P-384'));
const nameText =
  /^invalid peer certificate: certificate not valid for name "x\.example\.com"; certificate is only valid for DnsName\("app\.example\.com"\) or DnsName\("\*\.b\.example\.com"\)$/;
const at = Date.UTC(2026, 10, 20, 15);
const ca = { extensions: [basicConstraints(true)] };
const root = testCertificate({ subject: 'root', issuer: 'root', ...ca });
const leaf = testCertificate({
  subject: 'leaf',
  issuer: 'ca',
  extensions: [subjectAltName(['dns', 'app.example.com'], ['dns', '*.b.example.com'])],
});
const middle = testCertificate({ subject: 'ca', issuer: 'root', ...ca });
const notCa = testCertificate({ subject: 'ca', issuer: 'root', serial: Uint8Array.of(9) });

function verify(
  peerChain: readonly Certificate[],
  anchors: readonly Certificate[],
  options: Partial<WebpkiRequest> = {},
) {
  const checkSignature = () => Promise.resolve('valid' as const);
  return verifyWebpki({ peerChain, anchors, purpose: 'server', at, checkSignature, ...options });
}

describe('verifyWebpki', () => {
  it('goes back and takes another issuer of the same name, and keeps why the first one failed', async () => {
    const other = testCertificate({ ...ca, subject: 'ca', issuer: 'elsewhere', spki: otherKey });
    const result = await verify([leaf, notCa, other, middle], [root]);
    expect(result.ok).toBe(true);
    expect(result.path).toEqual([leaf, middle, root]);
    const ofLeaf = result.candidates.filter(({ of, from }) => of === leaf && from === 'peer');
    expect(ofLeaf.map(({ candidate, rejections }) => [candidate, rejections])).toEqual([
      [notCa, ['not-a-ca']],
      [other, ['no-way-on']],
      [middle, []],
    ]);
    expect(result.attempts?.map(({ path, error }) => [path.length, error?.name])).toEqual([
      [2, 'EndEntityUsedAsCa'],
      [3, undefined],
    ]);
  });

  it('reports the error that ranks highest, not the last', async () => {
    const result = await verify([leaf, notCa], [root]);
    expect(result.first?.text).toBe(
      'invalid peer certificate: Other(OtherError(EndEntityUsedAsCa))',
    );
    expect(result.first?.depth).toBe(1);
  });

  it.each([
    [{ serverName: 'x.example.com' }, 'CertNotValidForName', nameText],
    [
      { at: Date.UTC(2060, 0, 1) },
      'CertExpired',
      /^invalid peer certificate: certificate expired: verification time 2840140800 \(UNIX\), but certificate is not valid after \d+ \(\d+ seconds ago\)$/,
    ],
    [
      { at: Date.UTC(1999, 0, 1) },
      'CertNotValidYet',
      /^invalid peer certificate: certificate not valid yet: verification time 915148800 \(UNIX\), but certificate is not valid before \d+ \(\d+ seconds in future\)$/,
    ],
    [{ serverName: 'a b' }, 'InvalidDnsNameError', /^invalid dns name$/],
  ] as const)('says for %j in rustls’ words: %s', async (options, name, text) => {
    const { first } = await verify([leaf, middle], [root], options);
    expect(first?.name).toBe(name);
    expect(first?.text).toMatch(text);
  });

  it('names the purposes in rustls’ words', async () => {
    const usage = extendedKeyUsage('1.3.6.1.5.5.7.3.2', '2.5.29.37.0');
    const client = testCertificate({ subject: 'leaf', issuer: 'root', extensions: [usage] });
    const { first } = await verify([client], [root]);
    expect(first?.text).toBe(
      'invalid peer certificate: certificate does not allow extended key usage for server authentication, allows client authentication, 2, 5, 29, 37, 0',
    );
    expect((await verify([client], [root], { purpose: 'client' })).ok).toBe(true);
  });

  it('keeps a signature that cannot be checked apart from a valid one', async () => {
    const checkSignature = () => Promise.resolve('unsupported' as const);
    const result = await verify([leaf, middle], [root], { checkSignature });
    expect([result.ok, result.events, result.unproven]).toEqual([false, [], [middle, leaf]]);
  });

  it('gives up after six CA certificates and after a hundred signatures', async () => {
    const names = ['leaf', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const chain = names.map((subject, index) =>
      testCertificate({
        subject,
        issuer: names[index + 1] ?? 'root',
        ...(index > 0 && { ...ca, serial: Uint8Array.of(index) }),
      }),
    );
    expect((await verify(chain, [root])).first?.name).toBe('MaximumPathDepthExceeded');
    const direct = testCertificate({ subject: 'leaf', issuer: 'root' });
    const anchors = Array.from({ length: 101 }, (_, index) =>
      testCertificate({ ...ca, subject: 'root', issuer: 'root', serial: Uint8Array.of(1, index) }),
    );
    const checkSignature = () => Promise.resolve('invalid' as const);
    const result = await verify([direct], anchors, { checkSignature });
    expect(result.first?.name).toBe('MaximumSignatureChecksExceeded');
    expect(result.attempts).toHaveLength(100);
  });
});
