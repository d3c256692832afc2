import { controllerTables, gatewayApiTables } from './tables/kind-tables.ts';
import { editionOf } from './tables/edition.ts';
import { definitionsOf, type KindTable } from './tables/kind-table.ts';
import type { AdmissionSettings, KindDefinition } from './types.ts';

const tables = new Map<string, KindTable>(
  [...gatewayApiTables, ...controllerTables].map((one) => [`${one.group}/${one.kind}`, one]),
);
/** Group and kind of everything that has a table. */
export const builtInKinds: readonly Pick<KindTable, 'group' | 'kind'>[] = [...tables.values()];

const made = new Map<string, readonly KindDefinition[]>();

/**
 * Every version of a kind that the CRDs of these settings have, served or not; null for a kind without a table, an
 * empty list for one that this release or channel does not have. Made once per kind and settings.
 */
export function builtInDefinitions(
  group: string,
  kind: string,
  settings: AdmissionSettings,
): readonly KindDefinition[] | null {
  const table = tables.get(`${group}/${kind}`);
  if (table === undefined) return null;
  const key = `${settings.gatewayApi} ${settings.channel} ${group}/${kind}`;
  let definitions = made.get(key);
  if (definitions === undefined) {
    definitions = definitionsOf(table, editionOf(settings));
    made.set(key, definitions);
  }
  return definitions;
}
