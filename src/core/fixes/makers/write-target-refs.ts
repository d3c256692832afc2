import { objectAt, stringAt } from '../../gateway-api/index.ts';
import { insertKey, removeKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Writes targetRefs: from the single targetRef of v1alpha2, or with the only Service of the namespace. */
export const writeTargetRefs: ObjectFixMaker = (_, policy, { index }) => {
  const old = objectAt(policy.value, ['spec', 'targetRef']);
  if (old !== undefined) {
    const kind = stringAt(old, ['kind']) ?? 'Service';
    // Of v1alpha2's reference only the namespace has no place in the new one.
    const kept = Object.entries(old).filter(([key]) => key !== 'namespace');
    const item = { group: '', ...Object.fromEntries(kept), kind };
    const removed = removeKey(policy, ['spec', 'targetRef']);
    const added = insertKey(policy, ['spec'], 'targetRefs', [item]);
    const title = `Write targetRefs in place of targetRef in ${policy.kind} ${policy.name}`;
    return removed.length === 0 || added.length === 0 ? [] : oneFix(title, [...removed, ...added]);
  }
  const services = index.ofKind('/Service').filter((one) => one.namespace === policy.namespace);
  return services
    .slice(0, MOST)
    .flatMap(({ name }) =>
      oneFix(
        `Target Service ${name} with ${policy.kind} ${policy.name}`,
        insertKey(policy, ['spec'], 'targetRefs', [{ group: '', kind: 'Service', name }]),
      ),
    );
};

/** More Services than these are not listed. */
const MOST = 3;
