import type { Certificate } from '../../pki/types.ts';
import { certificatePolicies, policyMappings } from './policy-extensions.ts';

/** anyPolicy (RFC 5280 §4.2.1.4). */
export const anyPolicy = '2.5.29.32.0';

/** The policies valid at one depth; `any` stands for the anyPolicy node. */
export interface PolicyLevel {
  readonly policies: ReadonlySet<string>;
  readonly any: boolean;
}

/** Whether nothing is valid any more at this depth. */
export function isEmptyLevel({ policies, any }: PolicyLevel): boolean {
  return !any && policies.size === 0;
}

/**
 * RFC 5280 §6.1.3 d and e with RFC 9618 (`policy.cc: process_certificate_policies`): what was expected from above,
 * cut down to what the certificate asserts. `null` for a broken, empty or repeating extension.
 */
export function assertedPolicies(
  certificate: Certificate,
  expected: PolicyLevel,
  anyPolicyAllowed: boolean,
): PolicyLevel | null {
  const asserted = certificatePolicies(certificate);
  if (asserted === 'absent') return { policies: new Set(), any: false };
  if (asserted === 'broken' || asserted.length === 0) return null;
  const listed = new Set(asserted);
  if (listed.size < asserted.length) return null;
  const keepsAll = listed.has(anyPolicy) && anyPolicyAllowed;
  const policies = new Set([...expected.policies].filter((oid) => keepsAll || listed.has(oid)));
  listed.delete(anyPolicy);
  if (expected.any) for (const oid of listed) policies.add(oid);
  return { policies, any: expected.any && keepsAll };
}

/**
 * RFC 5280 §6.1.4 a and b (`policy.cc: process_policy_mappings`): what is expected of the next certificate. `null`
 * for a broken or empty extension and for a mapping of anyPolicy.
 */
export function expectedPolicies(
  certificate: Certificate,
  level: PolicyLevel,
  mappingAllowed: boolean,
): PolicyLevel | null {
  const mappings = policyMappings(certificate);
  if (mappings === 'absent') return level;
  if (mappings === 'broken' || mappings.length === 0) return null;
  if (mappings.some((entry) => Object.values(entry).includes(anyPolicy))) return null;
  const mapped = new Set(mappings.map(({ issuerDomain }) => issuerDomain));
  const policies = new Set([...level.policies].filter((oid) => !mapped.has(oid)));
  if (mappingAllowed) {
    for (const { issuerDomain, subjectDomain } of mappings) {
      if (level.any || level.policies.has(issuerDomain)) policies.add(subjectDomain);
    }
  }
  return { policies, any: level.any };
}
