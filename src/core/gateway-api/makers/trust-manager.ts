import type { ManifestObject } from '../../manifest/types.ts';
import { objectAt, stringAt } from '../json.ts';
import type { Maker } from './types.ts';

/**
 * What a Bundle makes: it is cluster-scoped and syncs an object of its own name into every namespace, or those that it selects.
 *
 * @see trust-manager pkg/apis/trust/v1alpha1/types_bundle.go
 */
export function bundle(object: ManifestObject): readonly Maker[] {
  const { value, name } = object;
  const labels = objectAt(value, ['spec', 'target', 'namespaceSelector', 'matchLabels']);
  const named = labels?.['kubernetes.io/metadata.name'];
  const namespace = typeof named === 'string' ? named : null;
  return (['configMap', 'secret'] as const).flatMap((part) => {
    const key = stringAt(value, ['spec', 'target', part, 'key']);
    if (key === undefined) return [];
    const kind = part === 'secret' ? 'Secret' : 'ConfigMap';
    const text = `trust-manager Bundle ${name}`;
    const makes = { kind, name, namespace, type: 'Opaque' };
    return [{ object, text, by: 'Bundle', makes, keys: [key] }];
  });
}
