import type { IssuerRejection, SignatureChecker } from '../types.ts';
import { checkIssuerConstraints } from './check-constraints.ts';
import { checkSignatureFrom } from './check-signature-from.ts';
import { checkValidity } from './check-validity.ts';
import { goCertificateName, type GoCertificateFields } from './go-certificate.ts';
import { GoError } from './go-error.ts';
import { goQuote } from './quote.ts';
import type { GoSearchRecord } from './search-record.ts';

/** `maxChainSignatureChecks`: candidates considered before the search is given up. */
const maxCandidates = 100;

export interface GoSearch {
  readonly roots: readonly GoCertificateFields[];
  readonly intermediates: readonly GoCertificateFields[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly release: '1.24' | '1.26';
  readonly checkSignature: SignatureChecker;
  readonly record: GoSearchRecord;
  /** How many candidates have been considered. */
  considered: number;
}

/** Chains from the leaf to a root, or the error. */
export interface GoChains {
  readonly chains: readonly GoChain[];
  readonly error: GoError | null;
}

export interface GoChain {
  readonly certificates: readonly GoCertificateFields[];
  /** Certificates whose signature could not be checked here. */
  readonly unproven: readonly GoCertificateFields[];
}

const limit = new GoError(
  'SignatureLimit',
  'x509: signature check attempts limit reached while verifying certificate chain',
);

/**
 * Every chain from the last certificate on: roots before intermediates, within each those whose key identifier fits
 * first. The error is that of the last candidate that got as far as its dates, or "unknown authority" with the first
 * reason as a hint.
 *
 * @see Go 1.26 src/crypto/x509/verify.go `buildChains`
 */
export async function buildChains(current: GoChain, search: GoSearch): Promise<GoChains> {
  const child = current.certificates[current.certificates.length - 1];
  if (!child) return { chains: [], error: null };
  const chains: GoChain[] = [];
  let error: GoError | null = null;
  let hint: Hint | null = null;
  for (const { parent, role } of candidatesFor(child, search)) {
    // Go 1.24 does not count those that cannot go on.
    const counts = search.release === '1.26' || canGoOn(parent, current);
    if (counts) search.considered += 1;
    if (counts && search.considered > maxCandidates) {
      search.record.candidate(child, parent, role, limit, 'search-limit');
      error = limit;
      continue;
    }
    const found = await consider(current, child, parent, role, search);
    hint ??= found.hint;
    chains.push(...found.chains);
    if (found.error !== undefined) error = found.error;
    if (error === limit && search.release === '1.26') break;
  }
  if (chains.length > 0) return { chains, error: null };
  return { chains, error: error ?? unknownAuthority(hint) };
}

interface Hint {
  readonly error: GoError;
  readonly candidate: GoCertificateFields;
}

interface Considered {
  readonly chains: readonly GoChain[];
  readonly hint: Hint | null;
  /** Absent when the candidate leaves the earlier error as it is. */
  readonly error?: GoError | null;
}

async function consider(
  current: GoChain,
  child: GoCertificateFields,
  parent: GoCertificateFields,
  role: 'root' | 'intermediate',
  search: GoSearch,
): Promise<Considered> {
  const { certificates } = current;
  const { record } = search;
  const reject = (error: GoError | null, reason: IssuerRejection | null): Hint | null => {
    record.candidate(child, parent, role, error, reason);
    return error && { error, candidate: parent };
  };
  if (!canGoOn(parent, current)) {
    reject(null, hasReadableKey(parent) ? 'already-in-path' : 'key-undecodable');
    return { chains: [], hint: null };
  }
  const signed = await checkSignatureFrom(child, parent, search.checkSignature);
  if (signed instanceof GoError) return { chains: [], hint: reject(signed, null) };
  const wrong = checkFit(parent, role, certificates, search);
  if (wrong) return { chains: [], hint: reject(wrong, null), error: wrong };
  const next: GoChain = {
    certificates: [...certificates, parent],
    unproven: signed === 'unproven' ? [...current.unproven, child] : current.unproven,
  };
  if (role === 'root') {
    record.candidate(child, parent, role, null, null);
    return { chains: [next], hint: null, error: null };
  }
  const found = await buildChains(next, search);
  record.candidate(child, parent, role, found.error, found.error && 'no-way-on');
  return { ...found, hint: null };
}

function checkFit(
  parent: GoCertificateFields,
  role: 'root' | 'intermediate',
  chain: readonly GoCertificateFields[],
  { at, release }: GoSearch,
): GoError | null {
  const constraints = release === '1.24' ? checkIssuerConstraints(parent, chain) : null;
  // Go 1.24 compares names behind the dates and before the CA bit; dates alone come first.
  const validity = checkValidity(parent, role, chain, at);
  const early = validity?.name === 'Expired' || validity?.name === 'UnhandledCriticalExtension';
  return early ? validity : (constraints ?? validity);
}

/** `findPotentialParents`: by the octets of the name; both key identifiers equal, one missing, different. */
function candidatesFor(child: GoCertificateFields, { roots, intermediates }: GoSearch) {
  const rank = ({ subjectKeyId }: GoCertificateFields): number => {
    if (subjectKeyId === child.authorityKeyId) return 0;
    return subjectKeyId === '' || child.authorityKeyId === '' ? 1 : 2;
  };
  const sorted = (pool: readonly GoCertificateFields[]) =>
    pool
      .filter(({ rawSubject }) => rawSubject === child.rawIssuer)
      .sort((one, other) => rank(one) - rank(other));
  return [
    ...sorted(roots).map((parent) => ({ parent, role: 'root' as const })),
    ...sorted(intermediates).map((parent) => ({ parent, role: 'intermediate' as const })),
  ];
}

function canGoOn(parent: GoCertificateFields, { certificates }: GoChain): boolean {
  return hasReadableKey(parent) && !alreadyInChain(parent, certificates);
}

/** Go leaves keys of other kinds unread. */
function hasReadableKey({ certificate }: GoCertificateFields): boolean {
  return READABLE.has(certificate.publicKey.algorithm.oid);
}

const READABLE: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.1',
  '1.2.840.10045.2.1',
  '1.3.101.112',
  '1.3.101.110',
  '1.2.840.10040.4.1',
]);

/** Name, key and alternative names together, against loops of cross-signed certificates. */
function alreadyInChain(
  candidate: GoCertificateFields,
  chain: readonly GoCertificateFields[],
): boolean {
  for (const { rawSubject, spki, subjectAltName } of chain) {
    if (candidate.rawSubject !== rawSubject || candidate.spki !== spki) continue;
    if (candidate.subjectAltName === subjectAltName) return true;
    // Go stops looking at the first one that has no names where the other has.
    if (candidate.subjectAltName === null || subjectAltName === null) return false;
  }
  return false;
}

function unknownAuthority(hint: Hint | null): GoError {
  const text = 'x509: certificate signed by unknown authority';
  if (!hint) return new GoError('UnknownAuthorityError', text);
  const reason = quote(hint.error.text);
  const name = quote(goCertificateName(hint.candidate.certificate));
  const because = `(possibly because of ${reason} while trying to verify candidate authority certificate ${name})`;
  return new GoError('UnknownAuthorityError', `${text} ${because}`);
}

function quote(text: string): string {
  return goQuote(new TextEncoder().encode(text));
}
