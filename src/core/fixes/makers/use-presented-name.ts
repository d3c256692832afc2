import { setScalar } from '../../manifest/index.ts';
import type { FieldPath } from '../../model/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';
import { exactNames, presentedLeaf } from './presented.ts';

/** More names than these are not listed. */
const MOST = 4;

/**
 * Writes a name of the certificate that the backend presents, wildcards left out.
 *
 * @param path where it is written; absent: into the field of the finding
 */
export function usePresentedName(words: string, path?: FieldPath): ObjectFixMaker {
  return ({ field }, object, context) => {
    const to = path ?? field?.path;
    if (to === undefined) return [];
    return exactNames(presentedLeaf(object, context))
      .slice(0, MOST)
      .flatMap((name) =>
        oneFix(
          `${words} ${name} in ${object.kind} ${object.name}, a name of the server certificate`,
          setScalar(object, to, name),
        ),
      );
  };
}
