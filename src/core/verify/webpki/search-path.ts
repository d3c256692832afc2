import { Budget } from './budget.ts';
import { checkCertificate } from './check-certificate.ts';
import type { Usage } from './check-extended-key-usage.ts';
import { checkNameConstraints } from './check-name-constraints.ts';
import { checkSignature, type SignatureRules } from './check-signature.ts';
import type { WebpkiAnchor } from './parse-anchor.ts';
import type { WebpkiCertificate } from './parse-certificate.ts';
import type { SearchRecord } from './search-record.ts';
import { WebpkiError } from './webpki-error.ts';
import type { SearchEnd } from './search-end.ts';

/** `MAX_SUB_CA_COUNT`. */
const maxIntermediates = 6;

export interface SearchInput {
  readonly anchors: readonly WebpkiAnchor[];
  /** In the order sent; an entry that cannot be read is its error. */
  readonly intermediates: readonly (WebpkiCertificate | WebpkiError)[];
  /** Seconds since the epoch. */
  readonly time: number;
  readonly usage: Usage;
  readonly rules: SignatureRules;
  readonly record: SearchRecord;
}

/**
 * Depth-first search for a path from the leaf to an anchor, anchors before intermediates, each in the order given.
 *
 * @see rustls-webpki 0.103.14 src/verify_cert.rs `ChainOptions::build_chain`
 */
export function searchPath(leaf: WebpkiCertificate, input: SearchInput): Promise<SearchEnd> {
  return extend([leaf], 0, { ...input, budget: new Budget() });
}

type Search = SearchInput & { readonly budget: Budget };

async function extend(
  path: readonly WebpkiCertificate[],
  subCaCount: number,
  search: Search,
): Promise<SearchEnd> {
  const head = path[path.length - 1];
  const isLeaf = path.length === 1;
  const { time, usage, record } = search;
  const wrong = head && checkCertificate(head, { isLeaf, subCaCount, usage, time });
  if (!head || wrong) {
    const error = wrong ?? new WebpkiError('UnknownIssuer');
    record.end(path, error);
    return error;
  }
  const anchored = await tryAnchors(path, head, search);
  if (!(anchored instanceof WebpkiError) || anchored.isFatal) return anchored;
  return tryIntermediates(path, head, isLeaf ? subCaCount : subCaCount + 1, anchored, search);
}

async function tryAnchors(
  path: readonly WebpkiCertificate[],
  head: WebpkiCertificate,
  search: Search,
): Promise<SearchEnd> {
  let error = new WebpkiError('UnknownIssuer');
  for (const anchor of search.anchors) {
    const found =
      anchor.subject === head.issuer
        ? await checkPath(path, anchor, search)
        : new WebpkiError('UnknownIssuer');
    search.record.anchor(path, anchor, found);
    if (!(found instanceof WebpkiError) || found.isFatal) return found;
    error = error.mostSpecific(found);
  }
  return error;
}

/** Signatures from the anchor down, then name constraints. */
async function checkPath(
  path: readonly WebpkiCertificate[],
  anchor: WebpkiAnchor,
  { budget, rules, usage, record }: Search,
): Promise<SearchEnd> {
  let signer: Pick<WebpkiAnchor, 'certificate' | 'spki'> = anchor;
  const unproven: WebpkiCertificate[] = [];
  for (const [above, subject] of [...path].reverse().entries()) {
    const verdict = budget.spendSignature() ?? (await checkSignature(subject, signer, rules));
    if (verdict instanceof WebpkiError) return record.locate(verdict, path.length - 1 - above);
    if (verdict === 'unproven') unproven.push(subject);
    signer = subject;
  }
  const { release } = usage;
  const error = checkNameConstraints(anchor.nameConstraints, path, { budget, release });
  return error ?? { anchor, path, unproven };
}

async function tryIntermediates(
  path: readonly WebpkiCertificate[],
  head: WebpkiCertificate,
  subCaCount: number,
  first: WebpkiError,
  search: Search,
): Promise<SearchEnd> {
  let error = first;
  for (const issuer of search.intermediates) {
    // Awaited only where there is something to wait for: hostile input leads here hundreds of thousands of times.
    const tried = tryIntermediate(path, head, issuer, subCaCount, search);
    const found = tried instanceof Promise ? await tried : tried;
    if (!(found instanceof WebpkiError) || found.isFatal) return found;
    error = error.mostSpecific(found);
  }
  return error;
}

function tryIntermediate(
  path: readonly WebpkiCertificate[],
  head: WebpkiCertificate,
  issuer: WebpkiCertificate | WebpkiError,
  subCaCount: number,
  search: Search,
): SearchEnd | Promise<SearchEnd> {
  if (issuer instanceof WebpkiError) return issuer;
  const { record, budget } = search;
  if (issuer.subject !== head.issuer) {
    return record.intermediate(path, issuer, 'subject-differs', new WebpkiError('UnknownIssuer'));
  }
  if (path.some((one) => one.spkiText === issuer.spkiText && one.subject === issuer.subject)) {
    return record.intermediate(path, issuer, 'already-in-path', new WebpkiError('UnknownIssuer'));
  }
  const spent = budget.spendBuildCall();
  if (spent) return record.intermediate(path, issuer, 'search-limit', spent);
  if (path.length > maxIntermediates) {
    const tooDeep = new WebpkiError('MaximumPathDepthExceeded');
    record.end(path, tooDeep);
    return record.intermediate(path, issuer, 'depth-exceeded', tooDeep);
  }
  return extend([...path, issuer], subCaCount, search).then((found) =>
    record.intermediate(path, issuer, null, found),
  );
}
