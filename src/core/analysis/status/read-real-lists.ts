import { isObject, itemsAt, numberAt, stringAt } from '../../gateway-api/index.ts';
import type { ObjectStatus, StatusRef } from '../../implementations/status.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import type { RealCondition } from './types.ts';

/** One list of conditions of a real status, with the place where it stands. */
export interface RealList {
  readonly kind: ObjectStatus['kind'];
  readonly ref?: StatusRef;
  readonly controllerName?: string;
  readonly conditions: readonly RealCondition[];
  readonly path: FieldPath;
}

/** Every list of conditions below `status`: its own, and those of parents, ancestors and listeners. */
export function readRealLists(object: ManifestObject): readonly RealList[] {
  const { value, name, namespace } = object;
  const own = readConditions(value, ['status']);
  const under = (
    kind: RealList['kind'],
    field: string,
    refOf: (entry: JsonValue) => StatusRef,
  ): readonly RealList[] =>
    itemsAt(value, ['status', field]).map((entry, at) => {
      const controllerName = stringAt(entry, ['controllerName']);
      return {
        kind,
        ref: refOf(entry),
        ...(controllerName === undefined ? {} : { controllerName }),
        conditions: readConditions(entry, []),
        path: ['status', field, at],
      };
    });
  return [
    ...(own.length === 0
      ? []
      : [{ kind: 'object' as const, conditions: own, path: ['status', 'conditions'] }]),
    ...under('parent', 'parents', (entry) => readRef(entry, 'parentRef')),
    ...under('ancestor', 'ancestors', (entry) => readRef(entry, 'ancestorRef')),
    ...under('listener', 'listeners', (entry) => ({
      name,
      namespace,
      sectionName: stringAt(entry, ['name']) ?? '',
    })),
  ];
}

function readConditions(value: JsonValue, path: FieldPath): readonly RealCondition[] {
  return itemsAt(value, [...path, 'conditions'])
    .filter(isObject)
    .map((condition) => {
      const text = (field: string): string => stringAt(condition, [field]) ?? '';
      const since = stringAt(condition, ['lastTransitionTime']);
      const observedGeneration = numberAt(condition, ['observedGeneration']);
      return {
        type: text('type'),
        status: text('status'),
        reason: text('reason'),
        message: text('message'),
        ...(since === undefined ? {} : { since }),
        ...(observedGeneration === undefined ? {} : { observedGeneration }),
      };
    });
}

function readRef(entry: JsonValue, field: string): StatusRef {
  const text = (key: 'group' | 'kind' | 'namespace' | 'sectionName') => {
    const value = stringAt(entry, [field, key]);
    return value === undefined ? {} : { [key]: value };
  };
  const port = numberAt(entry, [field, 'port']);
  return {
    ...text('group'),
    ...text('kind'),
    ...text('namespace'),
    name: stringAt(entry, [field, 'name']) ?? '',
    ...text('sectionName'),
    ...(port === undefined ? {} : { port }),
  };
}
