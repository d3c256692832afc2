import { removeObject } from '../../manifest/index.ts';
import { itemsAt } from '../../gateway-api/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Deletes a policy that loses its only target to another one. */
export const deleteLosingPolicy: ObjectFixMaker = ({ params }, policy, { parsed }) => {
  const file = parsed.find((one) => one.file.id === policy.fileId);
  if (file === undefined || itemsAt(policy.value, ['spec', 'targetRefs']).length > 1) return [];
  return oneFix(
    `Delete ${policy.kind} ${policy.name}, which ${params.winner ?? 'another policy'} overrides`,
    removeObject(file, policy),
    { effect: 'No connection changes.' },
  );
};
