import { decodeAsn1String } from '../../pki/der/asn1-string.ts';
import { attributeOids } from '../../pki/name-attribute-types.ts';
import type { Certificate } from '../../pki/types.ts';
import { checkNames } from '../nameConstraints/check-names.ts';
import { matchSubtrees } from '../nameConstraints/match-subtrees.ts';
import type { BoringsslRelease } from '../types.ts';
import type { BoringsslContext } from './boringssl-context.ts';
import { boringsslFlags } from './certificate-flags.ts';
import { boringsslConstraintRules } from './constraint-rules.ts';
import { looksLikeDnsName } from './looks-like-dns-name.ts';

/**
 * RFC 5280 §6.1.3 b, c (`x509_vfy.cc: check_name_constraints`): every certificate below one that has constraints,
 * top down; self-issued ones are exempt unless they are the leaf. A leaf without alternative names whose common name
 * looks like a host name → 67, told at depth -1 until it was mended in `20260821`.
 */
export function checkNameConstraints({ chain, log, request }: BoringsslContext): void {
  const release = request.release ?? '20260413';
  const rules = {
    name: boringsslConstraintRules(release, 'name'),
    'subject-email': boringsslConstraintRules(release, 'subject-email'),
  };
  let isConstrained = false;
  for (let depth = chain.length - 1; depth >= 0; depth--) {
    const certificate = chain[depth];
    if (!certificate || (depth > 0 && boringsslFlags(certificate).selfIssued)) continue;
    for (let above = chain.length - 1; above > depth; above--) {
      const constraints = chain[above]?.extensions.nameConstraints;
      if (!constraints) continue;
      isConstrained = true;
      const error = checkNames(certificate, constraints, (name, place) =>
        matchSubtrees(name, constraints, rules[place]),
      );
      if (error !== 0) log.report(error, depth);
    }
  }
  const leaf = chain[0];
  if (isConstrained && leaf && hidesNameInCommonName(leaf)) log.report(67, lonelyDepth[release]);
}

const lonelyDepth: Record<BoringsslRelease, number> = { '20260413': -1, '20260821': 0 };

/** `reject_dns_name_in_common_name`. */
function hidesNameInCommonName({ subject, extensions }: Certificate): boolean {
  if (extensions.subjectAltNames !== undefined) return false;
  return subject.attributes.some(({ oid, tag, raw }) => {
    if (oid !== attributeOids.commonName) return false;
    return looksLikeDnsName(decodeAsn1String(tag, raw) ?? '');
  });
}
