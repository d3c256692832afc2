/**
 * Rank of a kind when applying to an empty cluster: what others refer to comes first, so that a controller never
 * reports a missing reference in between. Follows Helm's InstallOrder, with the Gateway API kinds placed by reference.
 */
const RANK: readonly string[] = [
  'Namespace',
  'CustomResourceDefinition',
  'GatewayClass',
  'ServiceAccount',
  'ReferenceGrant',
  'Secret',
  'ConfigMap',
  'EnvoyGateway',
  'EnvoyProxy',
  'Service',
  'Pod',
  'ReplicaSet',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'Backend',
  'BackendConfigPolicy',
  'BackendTLSPolicy',
  'Gateway',
  'ListenerSet',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
];

/** Position of `kind` in apply order; unknown kinds come last, keeping their own order. */
export function applyRank(kind: string): number {
  const rank = RANK.indexOf(kind);
  return rank === -1 ? RANK.length : rank;
}
