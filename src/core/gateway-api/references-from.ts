import { groupBy } from './group-by.ts';
import { rememberByIdentity } from './remember-by-identity.ts';
import type { Reference } from './types.ts';

/** One table per resolution: a thousand objects must not walk all references each. */
const tableOf = rememberByIdentity((references: readonly Reference[]) =>
  groupBy(references, ({ from }) => from.objectId),
);

/** The references that stand in one object, in document order. */
export function referencesFrom(
  references: readonly Reference[],
  objectId: string,
): readonly Reference[] {
  return tableOf(references).get(objectId) ?? [];
}
