import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { stringAt, valueAt } from '../json.ts';
import type { ReferenceKind } from '../types.ts';

/** A reference as written, before the index and the ReferenceGrants are asked. */
export interface RawReference {
  readonly kind: ReferenceKind;
  readonly path: FieldPath;
  readonly namePath?: FieldPath;
  /** Where the target's namespace stands, or would stand when it is not written; absent for a local reference. */
  readonly namespacePath?: FieldPath;
  readonly group: string;
  readonly targetKind: string;
  readonly namespace: string;
  readonly name: string;
  /** What allows the target to be in another namespace. */
  readonly crossing: 'reference-grant' | 'free' | 'forbidden';
  readonly optional?: boolean;
}

/** What the schema fills in where the manifest says nothing. */
export interface ReferenceDefaults {
  readonly kind: ReferenceKind;
  readonly group?: string;
  readonly targetKind?: string;
  readonly crossing?: RawReference['crossing'];
  /** A local reference: a written namespace is pruned by the server and means nothing. */
  readonly local?: boolean;
}

/**
 * Reads the `{group, kind, name, namespace}` object at `path`.
 *
 * @returns nothing when the field is absent or has no name
 */
export function readReference(
  object: ManifestObject,
  path: FieldPath,
  defaults: ReferenceDefaults,
): RawReference[] {
  const value: JsonValue | undefined = valueAt(object.value, path);
  const name = stringAt(value, ['name']);
  if (name === undefined || name === '') return [];
  const written = defaults.local === true ? undefined : stringAt(value, ['namespace']);
  return [
    {
      kind: defaults.kind,
      path,
      namePath: [...path, 'name'],
      ...(defaults.local === true ? {} : { namespacePath: [...path, 'namespace'] }),
      group: stringAt(value, ['group']) ?? defaults.group ?? '',
      targetKind: stringAt(value, ['kind']) ?? defaults.targetKind ?? '',
      namespace: written ?? object.namespace,
      name,
      crossing: defaults.crossing ?? 'free',
    },
  ];
}

/** Reads every item of the list at `path`. */
export function readReferences(
  object: ManifestObject,
  path: FieldPath,
  defaults: ReferenceDefaults,
): RawReference[] {
  const list = valueAt(object.value, path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, index) => readReference(object, [...path, index], defaults));
}
