import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';

const STABLE = 'gateway.networking.k8s.io/v1';

/** Writes a version that is served: the one that the finding names (`use`), or v1 of Gateway API. */
export const useServedVersion: ObjectFixMaker = ({ params }, object) => {
  const version = params.use ?? (object.group === 'gateway.networking.k8s.io' ? STABLE : undefined);
  if (version === undefined || version === object.apiVersion) return [];
  const edits = setScalar(object, ['apiVersion'], version);
  const title = `Write apiVersion ${version} in ${object.kind} ${object.name}`;
  return edits.length === 0 ? [] : [{ title, edits, safe: false }];
};
