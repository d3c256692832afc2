import type { ManifestObject } from '../../manifest/types.ts';

/** Whether an object of the user is a CustomResourceDefinition that `readCrd` reads. */
export function isCrd({
  group,
  version,
  kind,
}: Pick<ManifestObject, 'group' | 'version' | 'kind'>) {
  return (
    group === 'apiextensions.k8s.io' && version === 'v1' && kind === 'CustomResourceDefinition'
  );
}
