import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate } from '../../pki/types.ts';
import type { BoringsslContext } from './boringssl-context.ts';
import { boringsslFlags } from './certificate-flags.ts';
import { inhibitAnyPolicy, policyConstraints } from './policy-extensions.ts';
import type { ErrorQueue } from './queue/error-queue.ts';
import { policyEntries } from './queue/policy-entries.ts';
import {
  assertedPolicies,
  expectedPolicies,
  isEmptyLevel,
  type PolicyLevel,
} from './policy-level.ts';

/** 42 = a policy extension is broken, 43 = a policy is required and none is left. */
type PolicyError = 42 | 43;

/** How many certificates may still follow before each rule bites (RFC 5280 §6.1.2 d to f). */
interface Counters {
  explicitPolicy: number;
  policyMapping: number;
  inhibitAnyPolicy: number;
}

/** The errors of the name constraints, which leave their depth behind. */
const constraintErrors = new Set([1, 47, 48, 49, 51, 52, 53, 67]);

/**
 * RFC 9618 as `policy.cc: X509_policy_check` does it, with any policy acceptable to the user: always on, for chains
 * of two and more that are trusted. It only bites when a CA has requireExplicitPolicy or an extension is broken.
 */
export function checkPolicies({ chain, log, badChain, queue }: BoringsslContext): void {
  if (badChain || chain.length < 2) return;
  const error = policyError(chain, queue);
  if (error === null) return;
  const last = log.events[log.events.length - 1];
  log.report(error, last && constraintErrors.has(last.code) ? last.depth : 0);
}

function policyError(chain: readonly Certificate[], queue: ErrorQueue): PolicyError | null {
  const broken = (certificate: Certificate, oid: string): 42 => {
    queue.push(policyEntries(certificate, oid));
    return 42;
  };
  const start = chain.length + 1;
  const counters = { explicitPolicy: start, policyMapping: start, inhibitAnyPolicy: start };
  let expected: PolicyLevel | null = { policies: new Set(), any: true };
  for (let depth = chain.length - 2; depth >= 0; depth--) {
    const certificate = chain[depth];
    if (!certificate) continue;
    const isExempt: boolean = depth > 0 && boringsslFlags(certificate).selfIssued;
    const anyAllowed: boolean = counters.inhibitAnyPolicy > 0 || isExempt;
    const level: PolicyLevel | null = assertedPolicies(certificate, expected, anyAllowed);
    if (!level) return broken(certificate, extensionOids.certificatePolicies);
    if (counters.explicitPolicy === 0 && isEmptyLevel(level)) return 43;
    expected = depth > 0 ? expectedPolicies(certificate, level, counters.policyMapping > 0) : level;
    if (!expected) return broken(certificate, extensionOids.policyMappings);
    if (!isExempt) countDown(counters);
    const objected = applyConstraints(certificate, counters, queue);
    if (objected !== null) return broken(certificate, objected);
  }
  return counters.explicitPolicy === 0 && isEmptyLevel(expected) ? 43 : null;
}

function countDown(counters: Counters): void {
  counters.explicitPolicy = Math.max(counters.explicitPolicy - 1, 0);
  counters.policyMapping = Math.max(counters.policyMapping - 1, 0);
  counters.inhibitAnyPolicy = Math.max(counters.inhibitAnyPolicy - 1, 0);
}

/** RFC 5280 §6.1.4 i and j (`process_policy_constraints`); the OID of a broken, empty or negative one, else null. */
function applyConstraints(
  certificate: Certificate,
  counters: Counters,
  queue: ErrorQueue,
): string | null {
  const constraints = policyConstraints(certificate);
  const inhibit = inhibitAnyPolicy(certificate);
  if (constraints === 'broken') return extensionOids.policyConstraints;
  if (constraints !== 'absent') {
    const { requireExplicitPolicy, inhibitPolicyMapping } = constraints;
    const isEmpty = requireExplicitPolicy === undefined && inhibitPolicyMapping === undefined;
    if (isEmpty || (requireExplicitPolicy ?? 0) < 0 || (inhibitPolicyMapping ?? 0) < 0)
      return extensionOids.policyConstraints;
    queue.clear();
    counters.explicitPolicy = Math.min(counters.explicitPolicy, requireExplicitPolicy ?? Infinity);
    counters.policyMapping = Math.min(counters.policyMapping, inhibitPolicyMapping ?? Infinity);
  }
  if (inhibit === 'absent') return null;
  if (inhibit === 'broken' || inhibit < 0) return extensionOids.inhibitAnyPolicy;
  queue.clear();
  counters.inhibitAnyPolicy = Math.min(counters.inhibitAnyPolicy, inhibit);
  return null;
}
