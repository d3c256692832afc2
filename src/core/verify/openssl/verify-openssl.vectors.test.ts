import { describe, expect, it } from 'vitest';
import { checkHost } from '../check-host.ts';
import { certificatesIn, nginxScenarios, type NginxScenario } from '../nginx-vectors.testing.ts';
import { createSignatureChecker } from '../signature/create-signature-checker.ts';
import type { VerifyResult } from '../types.ts';
import { verifyOpenssl } from './verify-openssl.ts';

const reached = nginxScenarios().filter(({ expected }) => expected.stage === 'request');
const checkSignature = createSignatureChecker(globalThis.crypto);

function trace(result: VerifyResult): readonly { error: number; depth: number }[] {
  return result.events.map(({ code, depth }) => ({ error: code, depth }));
}

function atGateway({ pem, proxy, at }: NginxScenario): Promise<VerifyResult> {
  return verifyOpenssl({
    peerChain: certificatesIn(pem['backend-tls.crt'] ?? ''),
    anchors: certificatesIn(pem['gateway-ca.crt'] ?? ''),
    purpose: 'server',
    depth: proxy.proxy_ssl_verify_depth,
    securityLevel: 2,
    at: Date.parse(at),
    checkSignature,
  });
}

function atBackend({ pem, backend, at }: NginxScenario): Promise<VerifyResult> {
  return verifyOpenssl({
    peerChain: certificatesIn(pem['client-tls.crt'] ?? ''),
    anchors: certificatesIn(pem['backend-client-ca.crt'] ?? ''),
    purpose: 'client',
    depth: backend.ssl_verify_depth,
    securityLevel: 2,
    at: Date.parse(at),
    checkSignature,
  });
}

/** Two requests were recorded in one trace. */
const recordedTwice = new Set(['t08-single-pod-two-requests']);

describe('the recorded nginx runs that got as far as a request', () => {
  it('are all there', () => {
    expect(reached).toHaveLength(186);
  });

  const atTheGateway = reached.filter(({ expected }) => expected.gatewayVerifyTrace);
  it.each(atTheGateway)('$id: the gateway sees the recorded events', async (scenario) => {
    const { gatewayVerifyTrace = [], gatewayErrorCode } = scenario.expected;
    const result = await atGateway(scenario);
    const half = recordedTwice.has(scenario.id) ? gatewayVerifyTrace.length / 2 : undefined;
    expect(trace(result)).toEqual(
      gatewayVerifyTrace.slice(0, half).map(({ error, depth }) => ({ error, depth })),
    );
    expect(result.ok).toBe(gatewayVerifyTrace.length === 0);
    if (gatewayErrorCode) {
      expect(result.last?.code).toBe(gatewayErrorCode.number);
      expect(result.last?.text).toBe(gatewayErrorCode.string);
    }
  });

  const atTheBackend = reached.filter(({ expected }) => expected.backendVerifyTrace);
  it.each(atTheBackend)('$id: the backend sees the recorded events', async (scenario) => {
    const { backendVerifyTrace = [], backendErrorCode } = scenario.expected;
    if (!scenario.pem['client-tls.crt']) return;
    const result = await atBackend(scenario);
    expect(trace(result)).toEqual(backendVerifyTrace.map(({ error, depth }) => ({ error, depth })));
    if (backendErrorCode) expect(result.last?.text).toBe(backendErrorCode.string);
  });

  const withHostCheck = reached.filter(({ expected }) => expected.hostCheck);
  it.each(withHostCheck)('$id: the host name check answers as recorded', (scenario) => {
    const leaf = certificatesIn(scenario.pem['backend-tls.crt'] ?? '')[0];
    const check = leaf && checkHost(leaf, scenario.proxy.proxy_ssl_name);
    expect(check?.matches).toBe(scenario.expected.hostCheck === 'match');
  });

  it.each(reached)('$id: a strict caller stops at the recorded first error', async (scenario) => {
    const { backendCert } = scenario.opensslVerify;
    if (!backendCert) return;
    const result = await atGateway(scenario);
    expect(result.first?.code).toBe(backendCert[0]?.error);
    expect(result.first?.depth).toBe(backendCert[0]?.depth);
  });
});
