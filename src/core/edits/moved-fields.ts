import { stringAt } from '../gateway-api/index.ts';
import { setScalar, type ManifestObject } from '../manifest/index.ts';
import type { TextEdit } from '../model/index.ts';
import { nameOfKey, type Crossing } from './grants.ts';
import type { NamingField } from './naming-field.ts';
import { effectOn } from './outcome.ts';
import type { EditEffect, EditSource } from './types.ts';

/** An object on its way into another namespace. */
export interface Moved {
  readonly source: EditSource;
  /** As it stands before. */
  readonly object: ManifestObject;
  readonly key: string;
  readonly newKey: string;
  readonly namespace: string;
}

/** What the move does to one field that names something. */
export interface MovedField {
  readonly edits: readonly TextEdit[];
  readonly effect?: EditEffect;
  /** Set where a ReferenceGrant has to permit the reference from now on. */
  readonly crossing?: Crossing;
}

const UNTOUCHED: MovedField = { edits: [] };

/** A field of the object itself: it goes on naming what it named, as far as it can. */
export function moveOutgoing(moved: Moved, field: NamingField): MovedField {
  const { object, path, namePath, namespacePath, crossing, role } = field;
  const target = nameOfKey(field.targetKey);
  if (target.namespace === '' || role !== 'reference') return UNTOUCHED;
  if (namePath === undefined)
    return leftBehind(object, field, 'selects objects of its own namespace only');
  if (namespacePath === undefined) return localOutgoing(moved, field);
  if (crossing === 'forbidden' && target.namespace !== moved.namespace)
    return leftBehind(object, field, 'has to be in the same namespace');
  const permission = permissionFor(moved, nameOfKey(moved.newKey), field);
  const isWritten = stringAt(object.value, namespacePath) !== undefined;
  if (isWritten) return { edits: [], ...permission };
  const edits = setScalar(object, namespacePath, target.namespace);
  if (edits.length === 0) return leftBehind(object, field, 'comes from a YAML merge');
  return { edits, effect: effectOn('follows', object, path), ...permission };
}

/** What has no namespace field means the object of that name in the namespace it comes to. */
function localOutgoing({ source, namespace }: Moved, field: NamingField): MovedField {
  const { object, path, targetKey } = field;
  const { group, kind, name } = nameOfKey(targetKey);
  const there = source.index.byKey.get(`${group}/${kind}/${namespace}/${name}`);
  if (there === undefined)
    return leftBehind(object, field, `names objects of its own namespace only`);
  const reason = `means ${kind} ${namespace}/${name} from now on`;
  return { edits: [], effect: effectOn('stays', object, path, reason) };
}

/** A field of another object that names the moved one. */
export function moveIncoming(moved: Moved, field: NamingField): MovedField {
  const { object, path, namePath, namespacePath, crossing, role } = field;
  if (role === 'grant') {
    const reason = 'permits the use of what is not there';
    return { edits: [], effect: effectOn('stays', object, path, reason) };
  }
  if (role === 'maker') {
    const reason = `makes it in namespace ${object.namespace}`;
    return { edits: [], effect: effectOn('stays', object, path, reason) };
  }
  if (namePath === undefined)
    return leftBehind(object, field, 'selects objects of its own namespace only');
  if (namespacePath === undefined)
    return leftBehind(object, field, 'names objects of its own namespace only');
  if (crossing === 'forbidden' && object.namespace !== moved.namespace)
    return leftBehind(object, field, 'has to be in the same namespace');
  const edits = setScalar(object, namespacePath, moved.namespace);
  if (edits.length === 0) return leftBehind(object, field, 'comes from a YAML merge');
  const after = { ...field, targetKey: moved.newKey };
  return {
    edits,
    effect: effectOn('follows', object, path),
    ...permissionFor(moved, object, after),
  };
}

function permissionFor(
  { newKey, key }: Moved,
  from: Crossing['from'],
  { crossing, targetKey }: NamingField,
): Pick<MovedField, 'crossing'> {
  if (crossing !== 'reference-grant') return {};
  const to = nameOfKey(targetKey === key ? newKey : targetKey);
  return from.namespace === to.namespace ? {} : { crossing: { from, to } };
}

function leftBehind(object: ManifestObject, { path }: NamingField, reason: string): MovedField {
  return { edits: [], effect: effectOn('dangles', object, path, reason) };
}
