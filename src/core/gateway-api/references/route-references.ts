import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { groups } from '../kinds.ts';
import { itemsAt } from '../json.ts';
import { readReference, readReferences, type RawReference } from './raw-reference.ts';

const BACKEND = { kind: 'backendRef', targetKind: 'Service', crossing: 'reference-grant' } as const;

/**
 * parentRefs and backendRefs of every route kind, mirror and external-auth filters included.
 * A route may name a Gateway of another namespace without a grant: the listener's allowedRoutes decide
 * (Gateway API referencegrant_types.go).
 */
export function routeReferences(object: ManifestObject): RawReference[] {
  return [
    ...readReferences(object, ['spec', 'parentRefs'], {
      kind: 'parentRef',
      group: groups.gateway,
      targetKind: 'Gateway',
    }),
    ...itemsAt(object.value, ['spec', 'rules']).flatMap((rule, index) =>
      ruleReferences(object, rule, ['spec', 'rules', index]),
    ),
  ];
}

function ruleReferences(object: ManifestObject, rule: JsonValue, path: FieldPath): RawReference[] {
  return [
    ...readReferences(object, [...path, 'backendRefs'], BACKEND),
    ...filterReferences(object, rule, path),
    ...itemsAt(rule, ['backendRefs']).flatMap((backend, index) =>
      filterReferences(object, backend, [...path, 'backendRefs', index]),
    ),
  ];
}

function filterReferences(
  object: ManifestObject,
  owner: JsonValue,
  path: FieldPath,
): RawReference[] {
  return itemsAt(owner, ['filters']).flatMap((_, index) => {
    const filter = [...path, 'filters', index];
    return [
      ...readReference(object, [...filter, 'requestMirror', 'backendRef'], BACKEND),
      ...readReference(object, [...filter, 'externalAuth', 'backendRef'], BACKEND),
    ];
  });
}
