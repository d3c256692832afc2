import { isObject, itemsAt, objectAt } from '../../gateway-api/index.ts';
import { appendDocument, removeItem } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** One policy for each target: the first stays, the others get a policy of their own behind it. */
export const splitTargets: ObjectFixMaker = (_, policy, { workspace }) => {
  const file = workspace.files.find(({ id }) => id === policy.fileId);
  const path = ['spec', 'targetRefs'];
  const targets = itemsAt(policy.value, path);
  const spec = objectAt(policy.value, ['spec']);
  const metadata = objectAt(policy.value, ['metadata']);
  // Two edits of one list would stand on each other's ends: one extra target can be told apart.
  if (file === undefined || spec === undefined || targets.length !== 2) return [];
  const other = targets[1];
  if (!isObject(other)) return [];
  const document = {
    ...policy.value,
    metadata: { ...metadata, name: `${policy.name}-2` },
    spec: { ...spec, targetRefs: [other] },
  };
  const removed = removeItem(policy, [...path, 1]);
  const title = `Give the second target of ${policy.kind} ${policy.name} a policy of its own`;
  return removed.length === 0 ? [] : oneFix(title, [...removed, ...appendDocument(file, document)]);
};
