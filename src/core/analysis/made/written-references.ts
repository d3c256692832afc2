import { madeKeyOf } from '../../gateway-api/index.ts';
import type { Reference } from '../../gateway-api/types.ts';

/** References as the files have them: what a controller makes is in none. */
export function writtenReferences(references: readonly Reference[]): readonly Reference[] {
  return references.map((reference) => {
    const { objectId, ...target } = reference.target;
    const isFound = objectId === undefined || madeKeyOf(objectId) === null;
    return isFound ? reference : { ...reference, target };
  });
}
