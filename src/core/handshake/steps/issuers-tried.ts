import { certificateTimeErrors } from '../../verify/libcrypto/certificate-time.ts';
import { certificateFlags } from '../../verify/openssl/certificate-flags.ts';
import type { Certificate } from '../../pki/types.ts';
import type {
  IssuerCandidate,
  IssuerRejection,
  SignatureChecker,
  VerifyResult,
} from '../../verify/types.ts';
import { formatDate } from '../../words/index.ts';
import type { WorkspaceCertificate } from '../request.ts';
import { errorNumber } from './error-number.ts';
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

const REASONS: Readonly<Record<IssuerRejection, string>> = {
  'subject-differs': 'subject differs from the issuer name',
  'key-id-differs': 'key ID differs',
  'serial-differs': 'serial number differs from the one the certificate names',
  'invalid-extension': 'an extension cannot be read',
  'key-undecodable': 'its public key cannot be read',
  'algorithm-differs': 'its key is of another type than the signature',
  'key-usage': 'its key usage does not include certificate signing',
  'not-preferred': 'another certificate of the same name was preferred',
  'not-identical': 'same name, but it is another certificate',
  'signature-invalid': 'its key does not verify the signature',
  'signature-unsupported': 'its signature could not be checked here',
  'not-trusted-here': 'nothing that is trusted vouches for it',
  'depth-exceeded': 'the path is longer than the verify depth allows',
  unreadable: 'the library cannot read it',
  'already-in-path': 'it stands in the path already',
  'not-a-ca': 'it is not a CA certificate',
  'path-length-exceeded': 'its path length constraint is exceeded',
  'not-valid-now': 'it is not valid at this time',
  'purpose-differs': 'its extended key usage does not allow this purpose',
  'name-not-permitted': 'its name constraints do not permit a name below it',
  'critical-extension': 'it has a critical extension that the library does not know',
  'algorithm-refused': 'the library does not accept this signature algorithm or key',
  'no-way-on': 'no path leads on from it to a trusted certificate',
  'search-limit': 'the search had reached its limit',
};

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

/** The certificate whose issuer was not found among the trusted ones; null when the path is complete. */
export function openEnd(check: VerifyResult): Certificate | null {
  const isOpen = check.events.some((event) =>
    [2, 7, 18, 19, 20, 21, 22].includes(errorNumber(event)),
  );
  if (!isOpen) return null;
  const wrongKey = check.events.find((event) => errorNumber(event) === 7);
  return check.path[wrongKey?.depth ?? check.path.length - 1] ?? null;
}

function mayIssue(certificate: Certificate): boolean {
  const { basicConstraints } = certificate.extensions;
  return basicConstraints?.ca === true || certificateFlags(certificate).selfSigned;
}

function describeCandidate(entry: IssuerCandidate, request: IssuersRequest): IssuerTried {
  const reasons = entry.rejections.map((reason) => REASONS[reason]);
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
      signatureNote(sameName, verdict),
      place,
      ...(fits ? root : []),
      ...timeNotes(certificate, request.at),
    ],
  };
}

function signatureNote(sameName: boolean, verdict: 'valid' | 'invalid' | 'unsupported'): string {
  if (!sameName) return REASONS['subject-differs'];
  if (verdict === 'valid') return 'Signature verifies';
  return REASONS[verdict === 'invalid' ? 'signature-invalid' : 'signature-unsupported'];
}

function timeNotes(certificate: Certificate, at: number): readonly string[] {
  return certificateTimeErrors(certificate, at).map((error) => {
    if (error === 10) return `expired ${formatDate(certificate.notAfter.epoch)}`;
    if (error === 9) return `not valid before ${formatDate(certificate.notBefore.epoch)}`;
    return 'a date cannot be read';
  });
}
