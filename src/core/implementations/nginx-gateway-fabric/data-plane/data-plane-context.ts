import { itemsAt, type Connection } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { externalNameRefusal } from '../check-backend-ref.ts';
import type { NgfState } from '../ngf-state.ts';
import type { BackendOutcome, RuleOutcome } from '../rule-outcome.ts';
import type { PolicyVerdict } from '../validate-policy.ts';

/** What the parts of the configuration of one connection share. */
export interface DataPlaneContext {
  readonly connection: Connection;
  readonly state: NgfState;
  readonly version: string;
  readonly gateway: ManifestObject;
  readonly route: ManifestObject;
  readonly rule: RuleOutcome;
  readonly backend: BackendOutcome;
  /** The policy that makes the location use https. */
  readonly verdict?: PolicyVerdict;
}

/** Whether the control plane takes a backend for this Gateway; the share of others goes to `invalid-backend-ref`. */
export function isValidBackend(
  { state, gateway, rule }: DataPlaneContext,
  { service, refusal }: BackendOutcome,
): boolean {
  if (rule.mismatch !== undefined || refusal !== undefined || service === undefined) return false;
  const { index, references } = state.resolution;
  return externalNameRefusal(index, references, gateway, service) === null;
}

/** `namespace_service_port`. @see NGF graph/backend_refs.go `ServicePortReference` */
export function upstreamName(context: DataPlaneContext, backend: BackendOutcome): string {
  const { service, port } = backend;
  return service === undefined || port === undefined || !isValidBackend(context, backend)
    ? INVALID_BACKEND
    : `${service.namespace}_${service.name}_${port.port}`;
}

/** Upstream of backendRefs that are refused: it leads to a server of its own that answers 500. */
export const INVALID_BACKEND = 'invalid-backend-ref';

/** All backendRefs of the rule, in order. */
export function backendsOf({
  route,
  connection,
  rule,
}: DataPlaneContext): readonly BackendOutcome[] {
  const refs = itemsAt(route.value, ['spec', 'rules', connection.ruleIndex, 'backendRefs']);
  return [...refs.keys()].flatMap((index) => rule.backends.get(index) ?? []);
}
