import type { JsonValue } from '../manifest/types.ts';
import { objectKey } from '../manifest/object-key.ts';
import { stringAt, stringMapAt, valueAt } from './json.ts';
import { kinds } from './kinds.ts';
import { matchLabelSelector } from './label-selector.ts';
import type { ObjectIndex } from './types.ts';

/** `assumed`: the Namespace is not among the files, so its labels are taken to match. */
export type Allowed = 'yes' | 'no' | 'assumed';

/**
 * Whether `{from, selector}` of a listener's allowedRoutes or a Gateway's allowedListeners takes an object
 * of `namespace`. Gateway API v1.6.1 gateway_types.go RouteNamespaces, ListenerNamespaces.
 *
 * @param own namespace of the object that the selection stands in
 * @param fallback what the schema fills in for `from`
 */
export function allowsNamespace(
  index: ObjectIndex,
  selection: JsonValue | undefined,
  own: string,
  namespace: string,
  fallback: 'Same' | 'None',
): Allowed {
  const from = stringAt(selection, ['from']) ?? fallback;
  if (from === 'All') return 'yes';
  if (from === 'Same') return own === namespace ? 'yes' : 'no';
  if (from !== 'Selector') return 'no';
  const selector = valueAt(selection, ['selector']);
  if (selector === undefined) return 'no';
  const verdict = matchLabelSelector(selector, namespaceLabels(index, namespace));
  return verdict === 'unknown' ? 'assumed' : verdict;
}

/** Every namespace carries its name as a label (Kubernetes 1.21 and later). */
function namespaceLabels(index: ObjectIndex, name: string) {
  const namespace = index.byKey.get(objectKey('', kinds.namespace.slice(1), '', name));
  const labels = new Map(stringMapAt(namespace?.value, ['metadata', 'labels']));
  labels.set('kubernetes.io/metadata.name', name);
  return { labels, complete: namespace !== undefined };
}
