import { itemsAt, objectKey, stringMapAt, valueAt } from '../../gateway-api/index.ts';
import { appendDocument } from '../../manifest/index.ts';
import type { JsonValue } from '../../manifest/types.ts';
import type { FixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** The Namespace with the labels that a Gateway selects by, so that they are known. */
export const addNamespaceLabels: FixMaker = ({ params, at }, { workspace, index }) => {
  const file = workspace.files.find(({ id }) => id === at?.fileId);
  const text = params.parent ?? params.gateway;
  const gateway = index.all.find((one) => `${one.kind} ${one.namespace}/${one.name}` === text);
  const { namespace } = params;
  if (file === undefined || gateway === undefined || namespace === undefined) return [];
  if (index.byKey.has(objectKey('', 'Namespace', '', namespace))) return [];
  const labels = selectorsOf(gateway.value)
    .map((selector) => Object.fromEntries(stringMapAt(selector, ['matchLabels'])))
    .find((one) => Object.keys(one).length > 0);
  if (labels === undefined) return [];
  const document = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } };
  return oneFix(
    `Add Namespace ${namespace} with the labels that ${gateway.kind} ${gateway.name} selects`,
    appendDocument(file, document),
  );
};

function selectorsOf(value: JsonValue): readonly (JsonValue | undefined)[] {
  return [
    valueAt(value, ['spec', 'allowedListeners', 'namespaces', 'selector']),
    ...itemsAt(value, ['spec', 'listeners']).map((listener) =>
      valueAt(listener, ['allowedRoutes', 'namespaces', 'selector']),
    ),
  ];
}
