import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../model/index.ts';
import type { HandshakeFindingCode } from './findings.ts';
import { certificatesIn, testRequest, without, type TestSetup } from './handshake.testing.ts';
import { examineHandshake, type ExaminedHandshake } from './run-handshake.ts';

/** The material of the NGINX Gateway Fabric guide, as it stands in the recorded rows. */
const rows = JSON.parse(readFileSync('src/core/verify/fixtures/nginx-openssl.json', 'utf8')) as {
  scenarios: { id: string; pem: Record<string, string> }[];
};

function guide(id: string, at: string): TestSetup {
  const pem = rows.scenarios.find((row) => row.id.startsWith(id))?.pem ?? {};
  const text = (name: string) => pem[name] ?? '';
  return {
    at,
    trust: text('gateway-ca.crt'),
    client: { chain: text('client-tls.crt'), key: text('client-tls.key') },
    backend: { chain: text('backend-tls.crt'), key: text('backend-tls.key') },
    clientCa: text('backend-client-ca.crt'),
  };
}

const codes = (findings: readonly Finding<HandshakeFindingCode>[]) =>
  findings.map(({ code, step }) => `${step ?? ''} ${code}`);

const states = ({ handshake }: ExaminedHandshake) =>
  handshake.steps.map(({ n, state, role }) => [n, role ?? state].join(' '));

const step = ({ handshake }: ExaminedHandshake, n: number) => {
  const found = handshake.steps.find((one) => one.n === n);
  if (found === undefined) throw new Error(`no step ${n}`);
  return found;
};

describe('the guide as published, on 20 Nov 2026', () => {
  let examined: ExaminedHandshake;
  beforeAll(async () => {
    examined = await examineHandshake(testRequest(guide('a10', '2026-11-20T12:00:00Z')));
  });

  it('fails at step 8 with the words of nginx, and the client gets 502', () => {
    expect(examined.handshake.outcome).toEqual({
      stage: 'tls',
      causeStep: 8,
      surfacesAtStep: 8,
      gatewayLog:
        'upstream SSL certificate verify error: (21:unable to verify the first certificate) while SSL handshaking to upstream',
      backendLog: 'client closed connection while waiting for request',
      client: { status: 502, text: '502 Bad Gateway' },
      warnings: 0,
      headline: 'Fails at step 8',
    });
  });

  it('shows step 6 as also failing, and TLS as complete', () => {
    expect(states(examined)).toEqual([
      '1 passed',
      '2 passed',
      '3 passed',
      '4 passed',
      '5 passed',
      '6 also',
      '7 passed',
      '8 decisive',
      '9 passed',
      '10 not-reached',
      '11 not-reached',
    ]);
    expect(step(examined, 6).explanation).toContain('No log would say so');
  });

  it('says what steps 10 and 11 would have been', () => {
    expect(step(examined, 10).wouldBe).toEqual({
      state: 'failed',
      text: 'would be 400 The SSL certificate error, because of step 6',
    });
    expect(step(examined, 11).wouldBe).toEqual({
      state: 'failed',
      text: 'client gets 502 Bad Gateway instead',
    });
  });

  it('shows both sides: who is trusted and who issued', () => {
    expect(step(examined, 8).evidence).toMatchObject({
      expected: {
        label: 'CA the gateway trusts',
        value: 'Example Root CA',
        detail: 'Subject key ID E3:9F:D3:0E:DD:10:43:DB:B8:2F:7C:BD:45:3F:67:B6:01:1A:06:AE',
        from: { objectId: 'backend-cert', path: ['data', 'ca.crt'] },
      },
      found: {
        label: 'Issuer in the certificate',
        value: 'Internet Widgits Pty Ltd',
        from: { objectId: 'app-secret', path: ['data', 'tls.crt'] },
      },
    });
  });

  it('names every issuer tried, then the CA of the workspace that would fit', () => {
    const tried = step(examined, 8).issuersTried;
    expect(tried.map(({ from, state, reasons }) => ({ from, state, reasons }))).toEqual([
      {
        from: 'backend-cert / ca.crt',
        state: 'rejected',
        reasons: [
          'Trusted',
          expect.stringMatching(/^subject differs from the issuer name \(.+, not .+\)$/),
          expect.stringMatching(/^key ID differs \(.+…, not .+…\)$/),
        ],
      },
      {
        from: 'client-ca',
        state: 'would-fit',
        reasons: ['Signature verifies', 'not trusted by this policy', 'expired 20 Aug 2026'],
      },
    ]);
  });

  it('raises one finding a fault, each with its step and the object to change', () => {
    expect(codes(examined.findings)).toEqual([
      '8 TLS-CA-DID-NOT-ISSUE',
      '8 TLS-NO-SAN',
      '6 TLS-CLIENT-CERT-EXPIRED',
      '6 TLS-CLIENT-CA-EXPIRED',
    ]);
    const subjects = examined.findings.map(({ subject }) =>
      subject.kind === 'object' ? subject.objectId : subject.kind,
    );
    expect(subjects).toEqual(['backend-cert', 'app-secret', 'client-secret', 'client-ca']);
  });

  it('names the certificate that a repair would put into backend-cert', () => {
    const [wrongCa] = examined.findings;
    const widgits = certificatesIn(guide('a11', '').trust)[0];
    expect(wrongCa?.params).toMatchObject({
      issuerCertificate: widgits?.fingerprint,
      found: 'Internet Widgits Pty Ltd',
      foundIn: 'client-ca',
      foundId: 'client-ca',
    });
  });
});

describe('the guide with its other CA', () => {
  it('passes on 13 Nov 2025 through the common name, with the warning that Envoy would refuse it', async () => {
    const examined = await examineHandshake(testRequest(guide('a11', '2025-11-13T23:28:37Z')));
    expect(examined.handshake.outcome).toMatchObject({
      stage: 'ok',
      headline: 'Passes with 1 warning',
      client: { status: 200, text: '200 OK' },
      warnings: 1,
      gatewayLog: null,
      backendLog: null,
    });
    expect(states(examined).filter((text) => !text.endsWith('passed'))).toEqual(['8 warning']);
    expect(step(examined, 8).summary).toBe('path of 2, common name matches, no SAN');
    expect(codes(examined.findings)).toEqual(['8 TLS-NO-SAN']);
    expect(examined.handshake.wire.every(({ happened }) => happened)).toBe(true);
  });

  it('fails at step 8 by expiry on 20 Nov 2026, with step 6 failing unseen', async () => {
    const examined = await examineHandshake(testRequest(guide('a11', '2026-11-20T12:00:00Z')));
    expect(examined.handshake.outcome).toMatchObject({
      causeStep: 8,
      gatewayLog:
        'upstream SSL certificate verify error: (10:certificate has expired) while SSL handshaking to upstream',
      client: { status: 502 },
    });
    expect(step(examined, 6)).toMatchObject({
      state: 'failed',
      role: 'also',
      summary: 'CN=gateway expired 10 Sep 2026; its CA expired 20 Aug 2026',
    });
    expect(step(examined, 8)).toMatchObject({
      summary: 'its CA expired 20 Aug 2026',
      evidence: {
        expected: { label: 'As of', value: '20 Nov 2026' },
        found: { label: 'Valid to', value: '20 Aug 2026' },
      },
    });
    expect(codes(examined.findings)).toEqual([
      '8 TLS-CA-EXPIRED',
      '8 TLS-NO-SAN',
      '6 TLS-CLIENT-CERT-EXPIRED',
      '6 TLS-CLIENT-CA-EXPIRED',
    ]);
  });

  it('fails at step 5 without a client certificate: 400, and a silent gateway', async () => {
    const setup = without(guide('a11', '2025-11-13T23:28:37Z'), 'client');
    const examined = await examineHandshake(testRequest(setup));
    expect(examined.handshake.outcome).toMatchObject({
      stage: 'http',
      causeStep: 5,
      surfacesAtStep: 10,
      gatewayLog: null,
      backendLog: 'client sent no required SSL certificate while reading client request headers',
      client: { status: 400, text: '400 No required SSL certificate was sent' },
      headline: 'Fails at step 5',
    });
    expect(codes(examined.findings)).toEqual(['5 TLS-CLIENT-CERT-MISSING', '8 TLS-NO-SAN']);
  });
});
