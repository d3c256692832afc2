import {
  kinds,
  numberAt,
  servicePorts,
  valueAt,
  type ObjectIndex,
  type Reference,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';

/** The backend that a backendRef leads to, or the route's ResolvedRefs=False condition. */
export type CheckedBackendRef =
  | { readonly ok: true; readonly backend: ManifestObject; readonly portName?: string }
  | {
      readonly ok: false;
      readonly reason: 'InvalidKind' | 'RefNotPermitted' | 'BackendNotFound';
      readonly message: string;
    };

/** Backend kinds that kgateway and its Istio integration know but this app has no rules for. */
const OTHER_KINDS: ReadonlySet<string> = new Set([
  'networking.istio.io/Hostname',
  'inference.networking.k8s.io/InferencePool',
]);

/** @see kgateway krtcollections/policy.go `getBackendFromRef` */
export function checkBackendRef(
  index: ObjectIndex,
  route: ManifestObject,
  { target, permission, from }: Reference,
): CheckedBackendRef {
  const kind = `${target.group}/${target.kind}`;
  const known = kind === kinds.service || kind === kinds.kgatewayBackend || OTHER_KINDS.has(kind);
  if (!known) return { ok: false, reason: 'InvalidKind', message: 'unknown backend kind' };
  if (permission === 'denied')
    return { ok: false, reason: 'RefNotPermitted', message: 'missing reference grant' };
  const port = numberAt(valueAt(route.value, from.path), ['port']);
  if (kind === kinds.kgatewayBackend && port !== undefined)
    return {
      ok: false,
      reason: 'BackendNotFound',
      message: `BackendRef to "${target.name}" includes a port. Do not specify a port when referencing a Backend resource, as it defines its own port configuration.`,
    };
  const backend = index.byId.get(target.objectId ?? '');
  const missing = {
    ok: false,
    reason: 'BackendNotFound',
    message: `${target.kind} ${target.namespace}/${target.name} not found`,
  } as const;
  if (backend === undefined) return missing;
  if (kind !== kinds.service) return { ok: true, backend };
  const found = servicePorts(backend).find((entry) => entry.port === port);
  if (found === undefined) return missing;
  return found.name === undefined
    ? { ok: true, backend }
    : { ok: true, backend, portName: found.name };
}
