import type { ManifestObject } from '../../manifest/types.ts';

/**
 * The name of the Envoy cluster for a Service port or a Backend.
 *
 * @param port Service port; a Backend's cluster has 0
 * @param gateway the Gateway whose client certificate makes a cluster of its own
 * @see kgateway pluginsdk/ir `BackendObjectIR.ClusterName`
 */
export function clusterName(
  backend: ManifestObject,
  port: number,
  gateway: ManifestObject | undefined,
): string {
  const service = backend.kind === 'Service';
  const variant =
    gateway === undefined ? [] : ['gw_backend_client_cert', gateway.namespace, gateway.name];
  return [
    service ? 'kube' : 'backend',
    backend.namespace,
    backend.name,
    ...variant,
    service ? port : 0,
  ].join('_');
}
