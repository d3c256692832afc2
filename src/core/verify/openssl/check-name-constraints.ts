import { attributeOids } from '../../pki/name-attribute-types.ts';
import { tags } from '../../pki/der/tags.ts';
import type { Certificate, CertificateExtensions, GeneralName } from '../../pki/types.ts';
import { commonNameAsDns } from '../nameConstraints/common-name-as-dns.ts';
import { latin1 } from '../../pki/der/asn1-string.ts';
import { certificateFlags } from './certificate-flags.ts';
import type { ChainContext } from './chain-context.ts';
import { isProxySubject } from './check-proxy-subject.ts';
import { matchSubtrees, type ConstraintError } from './match-subtrees.ts';

type NameConstraints = NonNullable<CertificateExtensions['nameConstraints']>;
type Release = '3.0' | '3.5';

/** More comparisons than this and OpenSSL answers error 1 (`v3_ncons.c: NAME_CHECK_MAX`). */
const maxComparisons = 2 ** 20;

/**
 * RFC 5280 §6.1.3 b, c (`x509_vfy.c: check_name_constraints`): every certificate below one that has constraints,
 * top down; self-issued ones are exempt unless they are the leaf. Also the leaf's common names when it has no
 * dNSName.
 */
export function checkNameConstraints({ chain, log, request }: ChainContext): void {
  const release = request.release ?? '3.5';
  for (let depth = chain.length - 1; depth >= 0; depth--) {
    const certificate = chain[depth];
    if (!certificate || (depth > 0 && certificateFlags(certificate).selfIssued)) continue;
    if (certificateFlags(certificate).proxy && !isProxySubject(certificate)) log.report(72, depth);
    for (let above = chain.length - 1; above > depth; above--) {
      const constraints = chain[above]?.extensions.nameConstraints;
      if (!constraints) continue;
      const error =
        checkNames(certificate, constraints, release) ||
        (depth === 0 ? checkCommonNames(certificate, constraints, release) : 0);
      if (error !== 0) log.report(error, depth);
    }
  }
}

/** `NAME_CONSTRAINTS_check`: subject as directory name, its email attributes, then the alternative names. */
function checkNames(
  { subject, extensions }: Certificate,
  constraints: NameConstraints,
  release: Release,
): ConstraintError {
  const alternative = extensions.subjectAltNames ?? [];
  const nameCount = subject.attributes.length + alternative.length;
  const constraintCount = constraints.permitted.length + constraints.excluded.length;
  if (nameCount > 0 && constraintCount > Math.floor(maxComparisons / nameCount)) return 1;
  const names: GeneralName[] = [];
  if (subject.attributes.length > 0) {
    names.push({ kind: 'directory', name: subject, value: subject.text, raw: subject.der });
  }
  for (const { oid, tag, raw } of subject.attributes) {
    if (oid !== attributeOids.emailAddress) continue;
    if (tag !== tags.ia5String) return firstError(names, constraints, release) || 53;
    names.push({ kind: 'email', value: latin1(raw), raw });
  }
  return firstError([...names, ...alternative], constraints, release);
}

/** `NAME_CONSTRAINTS_check_CN`, only when no dNSName stands beside it. */
function checkCommonNames(
  { subject, extensions }: Certificate,
  constraints: NameConstraints,
  release: Release,
): ConstraintError {
  if (extensions.subjectAltNames?.some(({ kind }) => kind === 'dns')) return 0;
  for (const attribute of subject.attributes) {
    if (attribute.oid !== attributeOids.commonName) continue;
    const asDns = commonNameAsDns(attribute);
    if (asDns.kind === 'broken') return 53;
    if (asDns.kind === 'not-dns') continue;
    const name: GeneralName = { kind: 'dns', value: asDns.value, raw: attribute.raw };
    const error = matchSubtrees(name, constraints, release);
    if (error !== 0) return error;
  }
  return 0;
}

function firstError(
  names: readonly GeneralName[],
  constraints: NameConstraints,
  release: Release,
): ConstraintError {
  for (const name of names) {
    const error = matchSubtrees(name, constraints, release);
    if (error !== 0) return error;
  }
  return 0;
}
