import type { Certificate } from '../pki/types.ts';
import { certificateFlags } from '../verify/openssl/certificate-flags.ts';
import type { SignatureChecker, VerifyResult } from '../verify/types.ts';
import type { WorkspaceCertificate } from './request.ts';
import { openEnd } from './steps/open-end.ts';

/**
 * What the workspace holds for a path that ends too early: the intermediate that leads to what is trusted, or a CA
 * that issued the certificate and is not trusted. The proof is the signature.
 */
export interface Gap {
  readonly kind: 'missing-intermediate' | 'untrusted-issuer';
  readonly entry: WorkspaceCertificate;
}

export interface GapRequest {
  readonly check: VerifyResult | null;
  readonly anchors: readonly Certificate[];
  readonly workspace: readonly WorkspaceCertificate[];
  readonly at: number;
  readonly checkSignature: SignatureChecker;
}

/** OpenSSL's own bound on a path is far above what the workspace could need here. */
const MAX_STEPS = 8;

/** Looks for the issuer that the path lacks; null when the path is complete or nothing here issued it. */
export async function findGap(request: GapRequest): Promise<Gap | null> {
  const { check } = request;
  const open = check && openEnd(check);
  if (!check || !open) return null;
  const inPath = new Set(check.path.map(({ fingerprint }) => fingerprint));
  const issuers = (await issuersOf(open, request)).filter(
    ({ certificate }) => !inPath.has(certificate.fingerprint),
  );
  for (const entry of issuers)
    if (await leadsToAnchor(entry.certificate, request, MAX_STEPS))
      return { kind: 'missing-intermediate', entry };
  const best = issuers.sort((one, other) => rank(other, request.at) - rank(one, request.at))[0];
  return best === undefined ? null : { kind: 'untrusted-issuer', entry: best };
}

/** Roots before intermediates, those still valid before expired ones, then the one that lasts longest. */
function rank({ certificate }: WorkspaceCertificate, at: number): number {
  const end = certificate.notAfter.epoch ?? 0;
  const root = certificateFlags(certificate).selfSigned ? 2 : 0;
  return root + (end > at ? 1 : 0) + end / 1e17;
}

async function issuersOf(
  subject: Certificate,
  { workspace, checkSignature }: GapRequest,
): Promise<WorkspaceCertificate[]> {
  const found: WorkspaceCertificate[] = [];
  for (const entry of workspace) {
    const { certificate } = entry;
    if (certificate.subject.canonical !== subject.issuer.canonical) continue;
    if (certificate.fingerprint === subject.fingerprint) continue;
    if ((await checkSignature(subject, certificate)) === 'valid') found.push(entry);
  }
  return found;
}

/** Whether the certificate's own issuers end at something trusted. A trusted certificate itself is no gap. */
async function leadsToAnchor(
  certificate: Certificate,
  request: GapRequest,
  steps: number,
): Promise<boolean> {
  if (steps === 0 || certificateFlags(certificate).selfSigned) return false;
  for (const anchor of request.anchors) {
    if (anchor.subject.canonical !== certificate.issuer.canonical) continue;
    if ((await request.checkSignature(certificate, anchor)) === 'valid') return true;
  }
  for (const { certificate: issuer } of await issuersOf(certificate, request))
    if (await leadsToAnchor(issuer, request, steps - 1)) return true;
  return false;
}
