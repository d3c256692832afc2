/**
 * The identity of an object in the cluster: equal for two definitions of the same object, whatever their version.
 *
 * @param group API group, empty for the core group
 * @param namespace empty for cluster-scoped kinds
 */
export function objectKey(group: string, kind: string, namespace: string, name: string): string {
  return `${group}/${kind}/${namespace}/${name}`;
}
