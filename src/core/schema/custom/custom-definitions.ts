import type { CustomDefinitions, KindDefinition } from '../types.ts';
import type { ReadCrd } from './read-crd.ts';

/**
 * The user's CRDs as admission asks for them. Of two CRDs for one kind the later one counts, as with two
 * `kubectl apply`; one that defines no kind is left out.
 */
export function customDefinitions(crds: readonly ReadCrd[]): CustomDefinitions {
  const kinds = new Map<string, readonly KindDefinition[]>();
  for (const { ok, group, kind, versions } of crds) {
    if (ok) kinds.set(`${group}/${kind}`, versions);
  }
  return {
    versionsOf: (group, kind) => kinds.get(`${group}/${kind}`) ?? null,
    all: [...kinds.values()].flat(),
  };
}
