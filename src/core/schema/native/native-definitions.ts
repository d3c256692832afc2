import type { JsonObject } from '../../manifest/types.ts';
import type { AdmissionError, KindDefinition, StructuralSchema } from '../types.ts';
import {
  configMap,
  daemonSet,
  deployment,
  namespaceObject,
  pod,
  secret,
  service,
  statefulSet,
} from './core-tables.ts';
import { configMapErrors, secretErrors } from './data-errors.ts';
import { serviceErrors } from './service-errors.ts';
import { podErrors, workloadErrors } from './workload-errors.ts';

/** A kind that is a Go type in the API server, with the checks that have no schema. */
export interface NativeKind {
  readonly definition: KindDefinition;
  readonly check: (object: JsonObject) => readonly AdmissionError[];
}

function native(
  group: string,
  kind: string,
  schema: StructuralSchema,
  check: NativeKind['check'] = () => [],
  namespaced = true,
): readonly [string, NativeKind] {
  const origin = { kind: 'native' } as const;
  const definition = { group, kind, version: 'v1', served: true, namespaced, schema, origin };
  return [`${group}/${kind}`, { definition, check }];
}

/** Core and apps kinds that carry backend TLS: v1 is the only version a cluster of today serves. */
export const nativeKinds: ReadonlyMap<string, NativeKind> = new Map([
  native('', 'ConfigMap', configMap, configMapErrors),
  native('', 'Namespace', namespaceObject, undefined, false),
  native('', 'Pod', pod, podErrors),
  native('', 'Secret', secret, secretErrors),
  native('', 'Service', service, serviceErrors),
  native('apps', 'DaemonSet', daemonSet, workloadErrors),
  native('apps', 'Deployment', deployment, workloadErrors),
  native('apps', 'StatefulSet', statefulSet, workloadErrors),
]);
