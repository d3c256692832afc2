import { itemsAt, kinds, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import type { Scope } from '../source/scope.ts';
import type { HeldReason } from './held.ts';

/** The one policy of a backend, and which of its targets that is; or why there is none to be replaced. */
export type PolicyOfBackend =
  | { readonly kind: 'none' }
  | { readonly kind: 'policy'; readonly policy: ManifestObject; readonly target: number }
  | { readonly kind: 'held'; readonly reason: HeldReason };

/**
 * The BackendTLSPolicy that has to go so that the target reads a policy of its own.
 *
 * @param former key of the backend before the conversion
 */
export function policyOfBackend(
  draft: ConversionDraft,
  { resolution, gateways }: Scope,
  backend: ManifestObject,
  former: string,
): PolicyOfBackend {
  const found = draft.index
    .ofKind(kinds.backendTlsPolicy)
    .flatMap((policy) =>
      policy.namespace === backend.namespace
        ? targetsOf(policy).flatMap((ref, target) =>
            namesBackend(ref, backend) ? [{ policy, target, ref }] : [],
          )
        : [],
    );
  const [first, ...others] = found;
  if (first === undefined) return { kind: 'none' };
  if (others.length > 0 || valueAt(first.ref, ['sectionName']) !== undefined)
    return { kind: 'held', reason: 'several-policies' };
  const isElsewhere = resolution.connections.some(
    ({ backend: { target }, gatewayId }) =>
      target.key === former && !gateways.includes(resolution.index.byId.get(gatewayId)?.key ?? ''),
  );
  if (isElsewhere) return { kind: 'held', reason: 'backend-elsewhere' };
  return { kind: 'policy', policy: first.policy, target: first.target };
}

/** `targetRefs` of a policy. */
export function targetsOf({ value }: ManifestObject): readonly JsonValue[] {
  return itemsAt(value, ['spec', 'targetRefs']);
}

/** Whether a reference of the same namespace means a backend. */
export function namesBackend(ref: JsonValue, { group, kind, name }: ManifestObject): boolean {
  return (
    (stringAt(ref, ['group']) ?? '') === group &&
    stringAt(ref, ['kind']) === kind &&
    stringAt(ref, ['name']) === name
  );
}
