import { removeKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Keeps a ConfigMap key in data or in binaryData. */
export const keepOneValue: ObjectFixMaker = ({ params }, object) => {
  const { key } = params;
  if (key === undefined) return [];
  return (['binaryData', 'data'] as const).flatMap((section) =>
    oneFix(
      `Remove ${key} from ${section} of ConfigMap ${object.name}`,
      removeKey(object, [section, key]),
    ),
  );
};
