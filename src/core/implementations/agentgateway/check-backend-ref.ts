import { kinds, type ObjectIndex, type Reference } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';

/** The object that a backendRef leads to, or the route's ResolvedRefs=False condition. */
export type CheckedBackendRef =
  | { readonly ok: true; readonly backend: ManifestObject }
  | {
      readonly ok: false;
      readonly reason: 'InvalidKind' | 'RefNotPermitted' | 'BackendNotFound';
      readonly message: string;
    };

const KINDS: ReadonlySet<string> = new Set([
  kinds.service,
  kinds.agentgatewayBackend,
  'inference.networking.k8s.io/InferencePool',
  'networking.istio.io/Hostname',
]);

/** @see agentgateway controller/pkg/agentgateway/translator/conversion.go */
export function checkBackendRef(
  index: ObjectIndex,
  route: ManifestObject,
  { target, permission }: Reference,
): CheckedBackendRef {
  const { group, kind, namespace, name } = target;
  if (!KINDS.has(`${group}/${kind}`)) {
    const message = `referencing unsupported backendRef: group "${group}" kind "${kind}"`;
    return { ok: false, reason: 'InvalidKind', message };
  }
  if (permission === 'denied') {
    const message = `backendRef ${namespace}/${name} not accessible to a ${route.kind} in namespace "${route.namespace}" (missing a ReferenceGrant?)`;
    return { ok: false, reason: 'RefNotPermitted', message };
  }
  const backend = index.byId.get(target.objectId ?? '');
  if (backend !== undefined) return { ok: true, backend };
  const printed =
    kind === 'Service' ? `${name}.${namespace}.svc.cluster.local` : `${namespace}/${name}`;
  return { ok: false, reason: 'BackendNotFound', message: `backend(${printed}) not found` };
}
