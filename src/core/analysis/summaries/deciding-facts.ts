import type { ObjectIndex } from '../../gateway-api/index.ts';
import type { Inventory } from '../inventory/take-inventory.ts';
import { decidingFact } from './deciding-fact.ts';
import { entriesByOwner } from './summarise-objects.ts';

/** The deciding fact of every object, by object id. */
export function decidingFacts(
  index: ObjectIndex,
  inventory: Inventory,
  at: number,
): ReadonlyMap<string, string> {
  const entries = entriesByOwner(inventory);
  return new Map(
    index.all.map((object) => {
      const certificates = (entries.get(object.id) ?? []).flatMap(({ contents }) =>
        contents.certificates.map(({ certificate }) => certificate),
      );
      return [object.id, decidingFact(object, certificates, at)];
    }),
  );
}
