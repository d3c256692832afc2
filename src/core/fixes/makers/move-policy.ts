import { setScalar } from '../../manifest/index.ts';
import type { FixDraft, ObjectFixMaker } from '../types.ts';
import { renameReference } from './rename-reference.ts';

/** Corrects the name of the target, or moves the policy to a namespace that has it (`namespaces`). */
export const movePolicy: ObjectFixMaker = (finding, object, context) => {
  const moved = (finding.params.namespaces ?? '').split(', ').flatMap((namespace): FixDraft[] => {
    if (namespace === '' || namespace === object.namespace) return [];
    const edits = setScalar(object, ['metadata', 'namespace'], namespace);
    const title = `Move ${object.kind} ${object.name} to namespace ${namespace}`;
    const effect = 'Its CA has to be in that namespace too.';
    return edits.length === 0 ? [] : [{ title, effect, edits, safe: false }];
  });
  return [...moved, ...renameReference(finding, object, context)];
};
