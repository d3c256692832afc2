import attachmentRows from './attachment-expectations.json' with { type: 'json' };
import rows from './expectations.json' with { type: 'json' };
import type { ConformanceRow } from './types.ts';

/**
 * What the conformance suite of Gateway API v1.6.1 asks of its manifests (conformance/tests/*.go), and of manifests
 * that came after it (GRPCRoute and TLSRoute with a BackendTLSPolicy, some of ListenerSets). Readiness, addresses,
 * generations and requests are left out, but for the server name that a policy decides.
 */
export const conformanceRows: readonly ConformanceRow[] = [...rows, ...attachmentRows];
