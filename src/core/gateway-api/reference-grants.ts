import type { ManifestObject } from '../manifest/types.ts';
import { itemsAt, stringAt } from './json.ts';
import { kinds } from './kinds.ts';
import type { ObjectIndex } from './types.ts';

/** Who refers. */
export interface GrantFrom {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
}

/** What is referred to. */
export interface GrantTo extends GrantFrom {
  readonly name: string;
}

/**
 * Answers whether a ReferenceGrant in the target's namespace lets `from` name `to`: any `from` entry with the
 * same group, kind and namespace, together with any `to` entry with the same group and kind and no name or
 * the same name. Gateway API referencegrant_types.go (v1 and v1beta1 have the same schema).
 */
export function createGrantChecker(index: ObjectIndex): (from: GrantFrom, to: GrantTo) => boolean {
  const byNamespace = new Map<string, ManifestObject[]>();
  for (const grant of index.ofKind(kinds.referenceGrant))
    byNamespace.set(grant.namespace, [...(byNamespace.get(grant.namespace) ?? []), grant]);
  return (from, to) =>
    (byNamespace.get(to.namespace) ?? []).some((grant) => hasFrom(grant, from) && hasTo(grant, to));
}

function hasFrom(grant: ManifestObject, from: GrantFrom): boolean {
  return itemsAt(grant.value, ['spec', 'from']).some(
    (entry) =>
      stringAt(entry, ['group']) === from.group &&
      stringAt(entry, ['kind']) === from.kind &&
      stringAt(entry, ['namespace']) === from.namespace,
  );
}

function hasTo(grant: ManifestObject, to: GrantTo): boolean {
  return itemsAt(grant.value, ['spec', 'to']).some((entry) => {
    const name = stringAt(entry, ['name']) ?? '';
    return (
      stringAt(entry, ['group']) === to.group &&
      stringAt(entry, ['kind']) === to.kind &&
      (name === '' || name === to.name)
    );
  });
}
