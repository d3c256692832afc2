import type { ManifestObject } from '../../manifest/types.ts';
import { unsupportedKind } from '../checks/supported-kinds.ts';
import { policyFor } from '../effective-policies.ts';
import { numberAt, valueAt } from '../json.ts';
import { kinds } from '../kinds.ts';
import { servicePorts } from '../service-ports.ts';
import type { Reference, Resolution } from '../types.ts';

/**
 * Why a backendRef of a route is not resolved (httproute_types.go L1822-1862): kind, grant, existence with its
 * port, and `kubernetes.io/wss` without a policy that turns on TLS (GEP-1911). A backend that is resolved stays so
 * when its policy is invalid: no reason is defined for that.
 */
export function backendProblem(
  { index, policies }: Pick<Resolution, 'index' | 'policies'>,
  route: ManifestObject,
  reference: Reference,
): string | undefined {
  if (unsupportedKind(route, reference) !== undefined) return 'InvalidKind';
  if (reference.permission === 'denied') return 'RefNotPermitted';
  const backend = index.byId.get(reference.target.objectId ?? '');
  if (backend === undefined) return 'BackendNotFound';
  if (`${backend.group}/${backend.kind}` !== kinds.service) return undefined;
  const wanted = numberAt(valueAt(route.value, reference.from.path), ['port']);
  const port = servicePorts(backend).find((entry) => entry.port === wanted);
  if (port === undefined) return 'BackendNotFound';
  const secured = policyFor(policies, reference.target.key, port.name) !== undefined;
  return port.appProtocol === 'kubernetes.io/wss' && !secured ? 'UnsupportedProtocol' : undefined;
}
