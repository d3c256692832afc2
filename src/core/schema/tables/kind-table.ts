import type { KindDefinition, StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';

/** One version of a kind: in which editions its CRD has it, and whether the server answers to it. */
export interface KindVersion {
  readonly version: string;
  readonly inCrd: (edition: Edition) => boolean;
  readonly served: (edition: Edition) => boolean;
  readonly deprecated?: (edition: Edition) => boolean;
  readonly schema: (edition: Edition) => StructuralSchema;
}

/** Every version of one kind. */
export interface KindTable {
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly versions: readonly KindVersion[];
}

/** The versions that the CRD of this edition has, served or not. */
export function definitionsOf(table: KindTable, edition: Edition): readonly KindDefinition[] {
  const { group, kind, namespaced } = table;
  return table.versions
    .filter(({ inCrd }) => inCrd(edition))
    .map(({ version, served, deprecated, schema }) => ({
      group,
      kind,
      namespaced,
      version,
      served: served(edition),
      schema: schema(edition),
      statusSubresource: true,
      origin: { kind: 'built-in' },
      ...(deprecated?.(edition) && {
        deprecation: `The ${version} version of ${kind} has been deprecated and will be removed in a future release of the API. Please upgrade to v1.`,
      }),
    }));
}
