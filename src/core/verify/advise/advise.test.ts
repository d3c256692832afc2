import { describe, expect, it } from 'vitest';
import { basePoint, ecSpki, testCertificate } from '../../pki/certificate-builder.testing.ts';
import { subjectAltName, subjectKeyId } from '../../pki/extensions/extension-builder.testing.ts';
import { adviseServerCertificate } from './advise-server-certificate.ts';
import { adviseTrustAnchors } from './advise-trust-anchors.ts';

const at = Date.UTC(2026, 10, 20, 15);

describe('adviseServerCertificate', () => {
  const named = [subjectAltName(['dns', 'a.test'])];

  it('has nothing to say of a current certificate with a dNSName', () => {
    expect(adviseServerCertificate(testCertificate({ extensions: named }), at)).toEqual([]);
  });

  it('names the common names that stand in for alternative names', () => {
    const certificate = testCertificate({
      subject: [
        ['CN', 'a.test'],
        ['CN', 'b.test'],
      ],
    });
    expect(adviseServerCertificate(certificate, at)).toEqual([
      { code: 'common-name-fallback', commonNames: ['a.test', 'b.test'], hasOtherNames: false },
    ]);
  });

  it('says when there are alternative names, but no dNSName', () => {
    const certificate = testCertificate({ extensions: [subjectAltName(['ip', '10,0,0,1'])] });
    expect(adviseServerCertificate(certificate, at)).toMatchObject([{ hasOtherNames: true }]);
  });

  it.each([
    ['261220150000Z', []],
    ['261220145959Z', [{ code: 'expires-soon', daysLeft: 29 }]],
    ['261121145959Z', [{ code: 'expires-soon', daysLeft: 0 }]],
    ['261120150000Z', []],
    ['260101000000Z', []],
  ])('with notAfter %s says %j', (notAfter, expected) => {
    const certificate = testCertificate({ extensions: named, notAfter });
    expect(adviseServerCertificate(certificate, at)).toMatchObject(expected);
    expect(adviseServerCertificate(certificate, at)).toHaveLength(expected.length);
  });
});

describe('adviseTrustAnchors', () => {
  const p384 = ecSpki('1.3.132.0.34', basePoint('P-384'));
  const first = testCertificate({ subject: 'Root', extensions: [subjectKeyId(1)] });
  const second = testCertificate({ subject: ' ROOT', spki: p384, extensions: [subjectKeyId(2)] });

  it('groups anchors of one name and different keys', () => {
    const other = testCertificate({ subject: 'Other' });
    expect(adviseTrustAnchors([first, other, second])).toEqual([
      {
        code: 'ambiguous-anchors',
        subject: 'CN=Root',
        anchors: [first, second],
        distinguishable: true,
      },
    ]);
  });

  it('says when nothing tells them apart', () => {
    const bare = testCertificate({ subject: 'Root', spki: p384 });
    expect(adviseTrustAnchors([first, bare])).toMatchObject([{ distinguishable: false }]);
    const same = testCertificate({ subject: 'Root', spki: p384, extensions: [subjectKeyId(1)] });
    expect(adviseTrustAnchors([first, same])).toMatchObject([{ distinguishable: false }]);
  });

  it('does not mind a renewed certificate of the same key', () => {
    const renewed = testCertificate({ subject: 'Root', serial: Uint8Array.of(2) });
    expect(adviseTrustAnchors([first, renewed])).toEqual([]);
  });
});
