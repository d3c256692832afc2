import type { StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';
import { atomic, obj } from './notation.ts';
import { group, kind, namespace, objectName } from './shared-types.ts';

/** ReferenceGrant v1 and v1beta1. Source: `apis/v1/referencegrant_types.go`; `spec` is required since v1.6. */
export function referenceGrant(edition: Edition): StructuralSchema {
  const bounds = { minItems: 1, maxItems: 16 };
  const spec = obj({
    'from!': atomic(obj({ 'group!': group, 'kind!': kind, 'namespace!': namespace }), bounds),
    'to!': atomic(obj({ 'group!': group, 'kind!': kind, name: objectName }), bounds),
  });
  return obj(edition.since('1.6') ? { 'spec!': spec } : { spec });
}
