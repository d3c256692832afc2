import { describe, expect, it } from 'vitest';
import recorded from '../fixtures/agentgateway-webpki.json' with { type: 'json' };
import { decodeCertificate } from '../../pki/certificate.ts';
import { readPem } from '../../pki/pem.ts';
import type { Certificate } from '../../pki/types.ts';
import { verifyWebpki } from './verify-webpki.ts';

function certificates(pem: string): Certificate[] {
  return readPem(pem).flatMap(({ der }) => {
    const decoded = der && decodeCertificate(der);
    return decoded?.ok ? [decoded.certificate] : [];
  });
}

describe('verifyWebpki, against what rustls-webpki 0.103.13 answered as agentgateway calls it', () => {
  it('has 30 rows', () => expect(recorded.verify).toHaveLength(30));

  it.each(recorded.verify)('$name', async ({ chain, anchors, serverName, webpki }) => {
    const result = await verifyWebpki({
      peerChain: certificates(chain),
      anchors: certificates(anchors),
      purpose: 'server',
      at: Date.parse(recorded.at),
      // The recording took every signature as valid.
      checkSignature: () => Promise.resolve('valid'),
      serverName,
    });
    expect(result.first?.debug ?? 'OK').toBe(webpki);
    expect(result.ok).toBe(webpki === 'OK');
  });
});
