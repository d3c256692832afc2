import { certificateTimeErrors } from '../../verify/libcrypto/certificate-time.ts';
import { certificateFlags } from '../../verify/openssl/certificate-flags.ts';
import type { Certificate } from '../../pki/types.ts';
import type { IssuerCandidate, SignatureChecker, VerifyResult } from '../../verify/types.ts';
import { formatDate } from '../../words/index.ts';
import type { WorkspaceCertificate } from '../request.ts';
import { openEnd } from './open-end.ts';
import { rejectionText } from './rejection-text.ts';
import type { IssuerTried } from '../types.ts';

export interface IssuersRequest {
  readonly check: VerifyResult | null;
  /** Where the trusted and the presented certificates lie. */
  readonly labels: { readonly anchors: string; readonly peer: string };
  /** Whose trust list it is: `this policy`, `secure-app`. */
  readonly trustedBy: string;
  readonly workspace: readonly WorkspaceCertificate[];
  readonly at: number;
  readonly checkSignature: SignatureChecker;
}

/**
 * Every certificate that was considered as an issuer, in the order tried, then every other CA certificate of the
 * workspace whose key or name says that it could have been: `would-fit` when its key verifies the signature.
 */
export async function issuersTried(request: IssuersRequest): Promise<readonly IssuerTried[]> {
  const { check } = request;
  if (check === null) return [];
  const tried = check.candidates.map((candidate) => describeCandidate(candidate, request));
  const subject = openEnd(check);
  if (subject === null) return tried;
  const known = new Set(check.candidates.map(({ candidate }) => candidate.fingerprint));
  const others: IssuerTried[] = [];
  for (const entry of request.workspace) {
    if (known.has(entry.certificate.fingerprint) || !mayIssue(entry.certificate)) continue;
    known.add(entry.certificate.fingerprint);
    others.push(await describeOther(entry, subject, request));
  }
  return [...tried, ...others];
}

function mayIssue(certificate: Certificate): boolean {
  const { basicConstraints } = certificate.extensions;
  return basicConstraints?.ca === true || certificateFlags(certificate).selfSigned;
}

function describeCandidate(entry: IssuerCandidate, request: IssuersRequest): IssuerTried {
  const reasons = entry.rejections.map((reason) => rejectionText(reason, entry));
  const trusted = entry.from === 'anchors';
  return {
    certificateId: entry.candidate.fingerprint,
    issuerOf: entry.of.fingerprint,
    from: trusted ? request.labels.anchors : request.labels.peer,
    state: entry.outcome,
    reasons: [
      trusted ? 'Trusted' : 'Presented with the certificate',
      ...reasons,
      ...timeNotes(entry.candidate, request.at),
    ],
  };
}

async function describeOther(
  entry: WorkspaceCertificate,
  subject: Certificate,
  request: IssuersRequest,
): Promise<IssuerTried> {
  const { certificate, label } = entry;
  const sameName = certificate.subject.canonical === subject.issuer.canonical;
  const verdict = sameName ? await request.checkSignature(subject, certificate) : 'invalid';
  const fits = verdict === 'valid';
  const place =
    entry.unplaced === true ? 'not in any manifest yet' : `not trusted by ${request.trustedBy}`;
  const root = certificateFlags(certificate).selfSigned
    ? []
    : ['no root: its own issuer is needed too'];
  return {
    certificateId: certificate.fingerprint,
    issuerOf: subject.fingerprint,
    from: label,
    state: fits ? 'would-fit' : 'rejected',
    reasons: [
      signatureNote({ candidate: certificate, of: subject }, sameName, verdict),
      place,
      ...(fits ? root : []),
      ...timeNotes(certificate, request.at),
    ],
  };
}

function signatureNote(
  pair: Parameters<typeof rejectionText>[1],
  sameName: boolean,
  verdict: 'valid' | 'invalid' | 'unsupported',
): string {
  if (!sameName) return rejectionText('subject-differs', pair);
  if (verdict === 'valid') return 'Signature verifies';
  return rejectionText(verdict === 'invalid' ? 'signature-invalid' : 'signature-unsupported', pair);
}

function timeNotes(certificate: Certificate, at: number): readonly string[] {
  return certificateTimeErrors(certificate, at).map((error) => {
    if (error === 10) return `expired ${formatDate(certificate.notAfter.epoch)}`;
    if (error === 9) return `not valid before ${formatDate(certificate.notBefore.epoch)}`;
    return 'a date cannot be read';
  });
}
