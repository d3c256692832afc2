import {
  inhibitAnyPolicy,
  policyConstraints,
  policyMappings,
  type PolicyExtension,
} from '../boringssl/policy-extensions.ts';
import {
  anyPolicy,
  assertedPolicies,
  expectedPolicies,
  isEmptyLevel,
  type PolicyLevel,
} from '../boringssl/policy-level.ts';
import type { Certificate } from '../../pki/types.ts';
import type { GoCertificateFields } from './go-certificate.ts';

/** How many certificates may still follow before each rule bites (RFC 5280 §6.1.2 d to f). */
interface Counters {
  explicitPolicy: number;
  policyMapping: number;
  inhibitAnyPolicy: number;
}

const nothing: PolicyLevel = { policies: new Set(), any: false };

/**
 * Certificate policies (RFC 5280 §6.1 with RFC 9618) of a chain, leaf first, when any policy will do: it only fails
 * where a CA requires an explicit policy and none is left, or maps anyPolicy.
 *
 * @see Go 1.24 src/crypto/x509/verify.go `policiesValid`
 */
export function policiesValid(chain: readonly GoCertificateFields[]): boolean {
  const start = chain.length;
  const counters = { explicitPolicy: start, policyMapping: start, inhibitAnyPolicy: start };
  let expected: PolicyLevel = { policies: new Set(), any: true };
  for (let depth = chain.length - 2; depth >= 0; depth--) {
    const fields = chain[depth];
    if (!fields) continue;
    const { certificate } = fields;
    const isExempt = depth > 0 && fields.rawIssuer === fields.rawSubject;
    const anyAllowed = counters.inhibitAnyPolicy > 0 || isExempt;
    // An extension without entries is as none at all.
    const level = assertedPolicies(certificate, expected, anyAllowed) ?? nothing;
    if (counters.explicitPolicy === 0 && isEmptyLevel(level)) return false;
    if (mapsAnyPolicy(certificate, level, depth, counters)) return false;
    expected =
      depth > 0
        ? (expectedPolicies(certificate, level, counters.policyMapping > 0) ?? level)
        : level;
    if (!isExempt) countDown(counters);
    applyConstraints(certificate, counters);
  }
  return counters.explicitPolicy > 0 || !isEmptyLevel(expected) || chain.length < 2;
}

/** Looked at only while mappings and policies still count. */
function mapsAnyPolicy(
  certificate: Certificate,
  level: PolicyLevel,
  depth: number,
  { policyMapping }: Counters,
): boolean {
  const mappings = policyMappings(certificate);
  if (depth === 0 || policyMapping === 0 || isEmptyLevel(level)) return false;
  if (mappings === 'absent' || mappings === 'broken') return false;
  return mappings.some((entry) => Object.values(entry).includes(anyPolicy));
}

function countDown(counters: Counters): void {
  counters.explicitPolicy = Math.max(counters.explicitPolicy - 1, 0);
  counters.policyMapping = Math.max(counters.policyMapping - 1, 0);
  counters.inhibitAnyPolicy = Math.max(counters.inhibitAnyPolicy - 1, 0);
}

/** RFC 5280 §6.1.4 i and j; a negative number is none. */
function applyConstraints(certificate: Certificate, counters: Counters): void {
  const constraints = present(policyConstraints(certificate));
  const lower = (counter: keyof Counters, limit: number | undefined): void => {
    if (limit !== undefined && limit >= 0) counters[counter] = Math.min(counters[counter], limit);
  };
  lower('explicitPolicy', constraints?.requireExplicitPolicy);
  lower('policyMapping', constraints?.inhibitPolicyMapping);
  lower('inhibitAnyPolicy', present(inhibitAnyPolicy(certificate)));
}

/** What Go cannot read it has refused before. */
function present<T>(extension: PolicyExtension<T>): T | undefined {
  return extension === 'absent' || extension === 'broken' ? undefined : extension;
}
