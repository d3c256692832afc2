import { checkName } from './check-name.ts';
import type { GoCertificateFields } from './go-certificate.ts';
import { GoError } from './go-error.ts';
import type { GoName } from './go-names.ts';

/** The order in which Go 1.26 compares the names of a certificate. */
const KINDS: readonly GoName['kind'][] = ['ip', 'dns', 'uri', 'email'];

/**
 * The name constraints of every certificate of a whole chain against the alternative names of those below it.
 *
 * @see Go 1.26 src/crypto/x509/constraints.go `checkChainConstraints`
 */
export function checkChainConstraints(chain: readonly GoCertificateFields[]): GoError | null {
  for (const [at, { names, subjectAltName }] of chain.entries()) {
    const above = chain.slice(at + 1).filter(({ constraints }) => constraints !== null);
    if (subjectAltName === null || above.length === 0) continue;
    const unreadable = (['uri', 'email'] as const).flatMap((kind) => unreadableName(names, kind));
    if (unreadable[0] !== undefined) return notAuthorized(unreadable[0]);
    for (const { constraints } of above) {
      const sorted = KINDS.flatMap((kind) => names.filter((name) => name.kind === kind));
      for (const name of sorted) {
        const detail = constraints && checkName(name, constraints, '1.26');
        if (detail) return notAuthorized(detail);
      }
    }
  }
  return null;
}

/** URIs and mailboxes are read before anything is compared. */
function unreadableName(names: readonly GoName[], kind: 'uri' | 'email'): readonly string[] {
  return names.flatMap((name) => {
    const detail = name.kind === kind ? checkName(name, NOTHING, '1.26') : null;
    return detail === null ? [] : [detail];
  });
}

const NO_SUBTREES = { dns: [], ip: [], email: [], uri: [] };
const NOTHING = { permitted: NO_SUBTREES, excluded: NO_SUBTREES, hasUnhandled: false };

/** Go 1.26 searches in sorted lists and has no limit. */
const maxComparisons = 250_000;
const tooMany = new GoError('TooManyConstraints', 'x509: unknown error');

/**
 * The name constraints of one issuer against all alternative names of the chain below, while the chain is built.
 *
 * @see Go 1.24 src/crypto/x509/verify.go `isValid`
 */
export function checkIssuerConstraints(
  { constraints }: GoCertificateFields,
  chain: readonly GoCertificateFields[],
): GoError | null {
  if (constraints === null) return null;
  let comparisons = 0;
  for (const { names } of chain) {
    for (const name of names) {
      comparisons +=
        constraints.excluded[name.kind].length + constraints.permitted[name.kind].length;
      if (comparisons > maxComparisons) return tooMany;
      const isFree = name.kind === 'uri' && noUris(constraints);
      const detail = isFree ? null : checkName(name, constraints, '1.24');
      if (detail !== null) return notAuthorized(detail, name.kind);
    }
  }
  return null;
}

/** Go 1.24 looks at the host of a URI only when there is something to compare it with. */
function noUris({ permitted, excluded }: NonNullable<GoCertificateFields['constraints']>): boolean {
  return permitted.uri.length + excluded.uri.length === 0;
}

function notAuthorized(detail: string, kind?: GoName['kind']): GoError {
  // Go 1.24 gives the error of a name that cannot be read as it is.
  const isBare = kind !== undefined && detail.startsWith('x509: ');
  const prefix =
    'x509: a root or intermediate certificate is not authorized to sign for this name: ';
  return new GoError('CANotAuthorizedForThisName', isBare ? detail : prefix + detail);
}
