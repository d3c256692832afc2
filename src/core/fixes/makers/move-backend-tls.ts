import { isObject, valueAt } from '../../gateway-api/index.ts';
import { insertKey, removeKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';

const OLD = ['spec', 'backendTLS'];

/** Moves spec.backendTLS of a Gateway to spec.tls.backend, its name since Gateway API 1.4 (PR 4009). */
export const moveBackendTls: ObjectFixMaker = ({ params }, object) => {
  const settings = valueAt(object.value, OLD);
  const taken = valueAt(object.value, ['spec', 'tls', 'backend']) !== undefined;
  if (params.renamed === undefined || settings === undefined || !isObject(settings) || taken)
    return [];
  const added = insertKey(object, ['spec', 'tls'], 'backend', settings);
  const removed = removeKey(object, OLD);
  if (added.length === 0 || removed.length === 0) return [];
  return [
    {
      title: `Move spec.backendTLS of Gateway ${object.name} to spec.tls.backend`,
      effect: 'The Gateway then presents its client certificate.',
      edits: [...removed, ...added],
      safe: false,
    },
  ];
};
