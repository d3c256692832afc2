import { testCertificate, type TestCertificate } from '../../pki/certificate-builder.testing.ts';
import { basicConstraints, keyUsage } from '../../pki/extensions/extension-builder.testing.ts';
import type { Certificate } from '../../pki/types.ts';
import type { VerifyRequest, VerifyResult } from '../types.ts';
import { verifyOpenssl } from './verify-openssl.ts';

/** 20 Nov 2026, 15:00 UTC. */
export const now = Date.UTC(2026, 10, 20, 15);

/** A self-signed CA of that name. */
export function root(name = 'root', spec: TestCertificate = {}): Certificate {
  return testCertificate({
    subject: name,
    issuer: name,
    extensions: [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign')],
    ...spec,
  });
}

/** A CA under another. */
export function intermediate(
  name: string,
  issuer: string,
  spec: TestCertificate = {},
): Certificate {
  return testCertificate({
    subject: name,
    issuer,
    extensions: [basicConstraints(true), keyUsage('keyCertSign')],
    ...spec,
  });
}

export function leaf(issuer: string, spec: TestCertificate = {}): Certificate {
  return testCertificate({ subject: 'leaf', issuer, ...spec });
}

/** Verifies with every signature taken as valid, unless the request says otherwise. */
export function verify(
  peerChain: readonly Certificate[],
  anchors: readonly Certificate[],
  options: Partial<VerifyRequest> = {},
): Promise<VerifyResult> {
  return verifyOpenssl({
    peerChain,
    anchors,
    purpose: 'server',
    depth: 4,
    securityLevel: 2,
    at: now,
    checkSignature: () => Promise.resolve('valid'),
    ...options,
  });
}

/** `20@0,21@0`; `-` when there is no event. */
export function eventList({ events }: VerifyResult): string {
  return events.map(({ code, depth }) => `${String(code)}@${String(depth)}`).join(',') || '-';
}
