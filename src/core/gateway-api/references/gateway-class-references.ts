import type { ManifestObject } from '../../manifest/types.ts';
import { groups } from '../kinds.ts';
import { stringAt } from '../json.ts';
import { readReference, type RawReference } from './raw-reference.ts';

/**
 * `GatewayClass.spec.parametersRef`. Envoy Gateway looks for an EnvoyProxy in namespace `default` when none
 * is written; for other kinds an absent namespace means a cluster-scoped object.
 */
export function gatewayClassReferences(object: ManifestObject): RawReference[] {
  const path = ['spec', 'parametersRef'];
  const written = stringAt(object.value, [...path, 'namespace']);
  return readReference(object, path, { kind: 'parametersRef' }).map((reference) => ({
    ...reference,
    namespace: written ?? (reference.group === groups.envoyGateway ? 'default' : ''),
  }));
}
