import {
  fieldText,
  itemsAt,
  objectAt,
  podTemplatePath,
  servicePorts,
  stringAt,
  valueAt,
} from '../gateway-api/index.ts';
import {
  appendItem,
  insertKey,
  removeKey,
  setScalar,
  type JsonObject,
  type ManifestObject,
} from '../manifest/index.ts';
import type { FieldPath } from '../model/index.ts';
import { connectWays, type ConnectWay } from './connect-ways.ts';
import { addGrants } from './grants.ts';
import { inSteps, type EditStep } from './in-steps.ts';
import { mountSteps, volumesOf } from './mount.ts';
import { fieldsOf } from './naming-fields.ts';
import { edited, refused } from './outcome.ts';
import type { EditOutcome, EditSource } from './types.ts';

/**
 * Lets one object name another by the field of `wayId` (see `connectWays`), with a ReferenceGrant where the API wants one.
 * What may not stand beside the new reference goes.
 */
export function connectObjects(
  source: EditSource,
  fromKey: string,
  toKey: string,
  wayId: string,
): EditOutcome {
  const from = source.index.byKey.get(fromKey);
  const to = source.index.byKey.get(toKey);
  if (from === undefined || to === undefined) return refused('One of the two is in no file.');
  const way = connectWays(from, to).find(({ id }) => id === wayId);
  if (way === undefined)
    return refused(`${from.kind} ${from.name} has no field that can name ${to.kind} ${to.name}.`);
  const path = pathIn(from, way);
  if (path === null) return refused(`${from.kind} ${from.name} has no ${lackOf(way)}.`);
  const known = fieldsOf(from, source).find(
    (field) => field.targetKey === toKey && startsWith(field.path, path),
  );
  if (known !== undefined)
    return refused(`${fieldText(known.path)} names ${to.kind} ${to.name} already.`);
  const edits = inSteps(source, stepsOf(fromKey, from, to, way, path));
  if (edits === null) return refused(`${fieldText(path)} cannot be changed where it stands.`);
  const crossing = way.across === 'reference-grant' ? [{ from, to }] : [];
  const added = addGrants(source, crossing, from.fileId);
  return edited({
    label: `Connect ${from.kind} ${from.name} to ${to.kind} ${to.name}`,
    ...added,
    edits: [...edits, ...added.edits],
    selects: fromKey,
  });
}

function lackOf({ how }: ConnectWay): string {
  return how === 'mount' ? 'container' : 'listener of protocol HTTPS or TLS';
}

function startsWith(path: FieldPath, start: FieldPath): boolean {
  return start.every((step, index) => path[index] === step);
}

function stepsOf(
  fromKey: string,
  from: ManifestObject,
  to: ManifestObject,
  way: ConnectWay,
  path: FieldPath,
): readonly EditStep[] {
  const connect: EditStep = ({ index }) => {
    const object = index.byKey.get(fromKey);
    return object === undefined ? [] : written(object, to, way, path);
  };
  const { instead } = way;
  if (way.how === 'mount') return mountSteps(fromKey, to);
  if (instead === undefined || valueAt(from.value, instead) === undefined) return [connect];
  const clear: EditStep = ({ index }) => {
    const object = index.byKey.get(fromKey);
    return object === undefined ? [] : removeKey(object, instead);
  };
  return [connect, clear];
}

function written(object: ManifestObject, to: ManifestObject, way: ConnectWay, path: FieldPath) {
  switch (way.how) {
    case 'mount':
      return [];
    case 'append':
      return appendItem(object, path, referenceTo(object, to, way));
    case 'set':
      return insertAt(object, path, referenceTo(object, to, way));
    case 'name':
      return setScalar(object, path, to.name);
    case 'labels':
      return insertAt(object, path, labelsOf(to));
    default:
      return way.how satisfies never;
  }
}

function insertAt(object: ManifestObject, path: FieldPath, value: JsonObject) {
  const key = path.at(-1);
  return typeof key === 'string' ? insertKey(object, path.slice(0, -1), key, value) : [];
}

/** The first listener that terminates TLS stands for all. */
function pathIn(from: ManifestObject, { path, how }: ConnectWay): FieldPath | null {
  const { value } = from;
  if (how === 'mount') return volumesOf(from);
  if (!('inListener' in path)) return path;
  const index = itemsAt(value, ['spec', 'listeners']).findIndex(
    (listener) =>
      ['HTTPS', 'TLS'].includes(stringAt(listener, ['protocol']) ?? '') &&
      stringAt(listener, ['tls', 'mode']) !== 'Passthrough',
  );
  return index === -1 ? null : ['spec', 'listeners', index, ...path.inListener];
}

function referenceTo(from: ManifestObject, to: ManifestObject, { writes }: ConnectWay): JsonObject {
  const port = servicePorts(to)[0]?.port;
  const isFar = to.namespace !== '' && to.namespace !== from.namespace;
  return {
    ...(writes.includes('group') && { group: to.group }),
    ...(writes.includes('kind') && { kind: to.kind }),
    name: to.name,
    ...((isFar || writes.includes('required-namespace')) && { namespace: to.namespace }),
    ...(writes.includes('port') && port !== undefined && { port }),
  };
}

function labelsOf(workload: ManifestObject): JsonObject {
  const template = podTemplatePath(workload) ?? [];
  return objectAt(workload.value, [...template, 'metadata', 'labels']) ?? {};
}
