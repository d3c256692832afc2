import { insertKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';
import { exactNames, presentedLeaf } from './presented.ts';

/** Lists the names of the presented certificate in verifySubjectAltNames of a BackendConfigPolicy. */
export const listPresentedNames: ObjectFixMaker = (_, object, context) => {
  const names = exactNames(presentedLeaf(object, context));
  if (names.length === 0) return [];
  return oneFix(
    `Verify ${names.join(', ')} in ${object.kind} ${object.name}, as the server certificate has it`,
    insertKey(object, ['spec', 'tls'], 'verifySubjectAltNames', names),
    { effect: 'Step 8 then compares the name too.' },
  );
};
