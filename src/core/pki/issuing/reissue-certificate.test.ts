import { describe, expect, it } from 'vitest';
import { makeCa, testCrypto, TEST_START } from './chain.testing.ts';
import { reissueCertificate } from './reissue-certificate.ts';

const now = TEST_START + 86_400_000;
const keyAlgorithm = 'EC P-256';

describe('reissueCertificate', () => {
  it('keeps the key identifier with the key, and takes another with another key', async () => {
    const { certificate, keyPem } = await makeCa('Root');
    const { keyPem: otherKey, certificate: other } = await makeCa('Other');
    const id = certificate.extensions.subjectKeyId;
    const again = async (key: string) => {
      const issued = await reissueCertificate({ certificate, key, keyAlgorithm, now }, testCrypto);
      return issued.certificate.extensions.subjectKeyId;
    };
    expect(id).toMatch(/^[0-9a-f]{40}$/);
    expect(await again(keyPem)).toBe(id);
    expect(await again(otherKey)).toBe(other.extensions.subjectKeyId);
  });

  it('ends no later than a date can be written', async () => {
    const noEnd = Date.UTC(9999, 11, 31, 23, 59, 59);
    const { certificate, keyPem: key } = await makeCa('Root', undefined, { notAfter: noEnd });
    const issued = await reissueCertificate({ certificate, key, keyAlgorithm, now }, testCrypto);
    expect(certificate.notAfter.epoch).toBe(noEnd);
    expect(issued.certificate.notAfter.epoch).toBe(noEnd);
  });

  it('keeps an identifier that no method of RFC 5280 made', async () => {
    const { certificate, keyPem } = await makeCa('Root');
    const named = {
      ...certificate,
      extensions: { ...certificate.extensions, subjectKeyId: '0badc0de' },
    };
    const request = { certificate: named, key: keyPem, keyAlgorithm, now } as const;
    const issued = await reissueCertificate(request, testCrypto);
    expect(issued.certificate.extensions.subjectKeyId).toBe('0badc0de');
  });
});
