import { attributeOids } from '../../pki/name-attribute-types.ts';
import type { Certificate, GeneralName } from '../../pki/types.ts';
import type { ChainContext } from '../libcrypto/chain-context.ts';
import { checkNames } from '../nameConstraints/check-names.ts';
import { commonNameAsDns } from '../nameConstraints/common-name-as-dns.ts';
import {
  matchSubtrees,
  type ConstraintError,
  type ConstraintRules,
  type NameConstraints,
} from '../nameConstraints/match-subtrees.ts';
import { certificateFlags } from './certificate-flags.ts';
import { isProxySubject } from './check-proxy-subject.ts';
import { opensslConstraintRules } from './constraint-rules.ts';

/**
 * RFC 5280 §6.1.3 b, c (`x509_vfy.c: check_name_constraints`): every certificate below one that has constraints,
 * top down; self-issued ones are exempt unless they are the leaf. Also the leaf's common names when it has no
 * dNSName.
 */
export function checkNameConstraints({ chain, log, request }: ChainContext): void {
  const rules = opensslConstraintRules(request.release ?? '3.5');
  for (let depth = chain.length - 1; depth >= 0; depth--) {
    const certificate = chain[depth];
    if (!certificate || (depth > 0 && certificateFlags(certificate).selfIssued)) continue;
    if (certificateFlags(certificate).proxy && !isProxySubject(certificate)) log.report(72, depth);
    for (let above = chain.length - 1; above > depth; above--) {
      const constraints = chain[above]?.extensions.nameConstraints;
      if (!constraints) continue;
      const error =
        checkNames(certificate, constraints, (name) => matchSubtrees(name, constraints, rules)) ||
        (depth === 0 ? checkCommonNames(certificate, constraints, rules) : 0);
      if (error !== 0) log.report(error, depth);
    }
  }
}

/** `NAME_CONSTRAINTS_check_CN`, only when no dNSName stands beside it. */
function checkCommonNames(
  { subject, extensions }: Certificate,
  constraints: NameConstraints,
  rules: ConstraintRules,
): ConstraintError {
  if (extensions.subjectAltNames?.some(({ kind }) => kind === 'dns')) return 0;
  for (const attribute of subject.attributes) {
    if (attribute.oid !== attributeOids.commonName) continue;
    const asDns = commonNameAsDns(attribute);
    if (asDns.kind === 'broken') return 53;
    if (asDns.kind === 'not-dns') continue;
    const name: GeneralName = { kind: 'dns', value: asDns.value, raw: attribute.raw };
    const error = matchSubtrees(name, constraints, rules);
    if (error !== 0) return error;
  }
  return 0;
}
