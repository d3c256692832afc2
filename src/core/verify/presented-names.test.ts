import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import recorded from './fixtures/presented-names.json' with { type: 'json' };
import { testCertificate } from '../pki/certificate-builder.testing.ts';
import { verifyGo } from './go/verify-go.ts';
import type { PathSearchRequest } from './types.ts';
import { verifyWebpki } from './webpki/verify-webpki.ts';

type Row = (typeof recorded.rows)[number];

function request({ subjectAltName, commonName, host }: Row): PathSearchRequest {
  const value = subjectAltName === null ? null : hexToBytes(subjectAltName);
  const leaf = testCertificate({
    subject: commonName,
    issuer: 'root',
    extensions: value ? [{ oid: '2.5.29.17', value }] : [],
  });
  return {
    peerChain: [leaf],
    anchors: [],
    purpose: 'server',
    at: Date.UTC(2026, 10, 20, 16),
    checkSignature: () => Promise.resolve('valid'),
    serverName: host,
  };
}

describe('names compared by', () => {
  it('both are recorded for at least 200 combinations', () => {
    expect(recorded.rows.length).toBeGreaterThanOrEqual(200);
  });

  it.each(recorded.rows)('rustls-webpki 0.103.14, case %#: $host', async (row) => {
    const { host } = await verifyWebpki(request(row));
    expect(host?.error?.debug ?? host?.error?.name ?? 'OK').toBe(row.webpki);
    expect(host?.matches).toBe(row.webpki === 'OK');
  });

  it.each(recorded.rows)('Go 1.26, case %#: $host', async (row) => {
    const { first } = await verifyGo(request(row));
    expect(first?.text).toBe(row.go);
  });
});
