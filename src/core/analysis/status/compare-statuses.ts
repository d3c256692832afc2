import {
  implementationOfController,
  kinds,
  stringAt,
  type Resolution,
} from '../../gateway-api/index.ts';
import type { ObjectStatus } from '../../implementations/status.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath, ImplementationId, SourceRef } from '../../model/index.ts';
import { differencesBetween } from './differences-between.ts';
import { readRealLists, type RealList } from './read-real-lists.ts';
import { sameRef } from './same-ref.ts';
import { staleness } from './staleness.ts';
import { isSharedKind, statusHolders } from './status-holders.ts';
import type { ComparedStatus, RealStatus } from './types.ts';

/** Who predicts: the implementation and the Gateways here that it runs, by object key. */
export interface Predictor {
  readonly id: ImplementationId;
  readonly gateways: readonly string[];
  readonly resolution: Resolution;
}

/**
 * Puts the status that the manifests carry (`kubectl get -o yaml`) beside the predicted one: list by list, under the
 * same parent, ancestor or listener and by the same controller. Lists that only the cluster has follow at the end. An
 * implementation that runs no Gateway here is compared with nothing but what its own controller wrote.
 */
export function compareStatuses(
  predicted: readonly ObjectStatus[],
  predictor: Predictor,
): readonly ComparedStatus[] {
  const { index } = predictor.resolution;
  const holders = statusHolders(index);
  if (holders.size === 0) return predicted;
  const names = new Set(predicted.flatMap(({ controllerName }) => controllerName ?? []));
  const open = new Map([...holders].map(([id, holder]) => [id, new Set(readRealLists(holder))]));
  const compared = predicted.map((status): ComparedStatus => {
    const holder = holders.get(status.objectId);
    const lists = open.get(status.objectId);
    if (holder === undefined || lists === undefined) return status;
    const isOwn = (list: RealList) => isOwnList(list, holder, names, predictor);
    const list = [...lists].find((one) => isOwn(one) && isPlaceOf(one, status, holder));
    if (list === undefined) return { ...status, ...notWritten(status, holder, predictor) };
    lists.delete(list);
    return { ...status, real: comparison(status, list, holder) };
  });
  const rest = [...open].flatMap(([objectId, lists]) =>
    leftOver(objectId, lists, holders.get(objectId), names, predictor),
  );
  return [...compared, ...rest];
}

function isPlaceOf(list: RealList, status: ObjectStatus, { namespace }: ManifestObject): boolean {
  if (list.kind !== status.kind) return false;
  return list.kind === 'listener'
    ? list.ref?.sectionName === status.ref?.sectionName
    : sameRef(list.ref, status.ref, namespace);
}

/** Whether the predicting implementation wrote the list. */
function isOwnList(
  { controllerName }: RealList,
  object: ManifestObject,
  names: ReadonlySet<string>,
  predictor: Predictor,
): boolean {
  return controllerName === undefined
    ? writesOwnStatus(object, predictor)
    : names.has(controllerName) || implementationOfController(controllerName) === predictor.id;
}

/** A Gateway's own conditions name no controller: who runs it wrote them. */
function writesOwnStatus(object: ManifestObject, { id, gateways }: Predictor): boolean {
  if (!isSharedKind(object)) return true;
  const kind = `${object.group}/${object.kind}`;
  if (kind === kinds.gateway) return gateways.includes(object.key);
  const controller = stringAt(object.value, ['spec', 'controllerName']);
  const owner = controller === undefined ? null : implementationOfController(controller);
  return owner === null ? gateways.length > 0 : owner === id;
}

function comparison(status: ObjectStatus, list: RealList, holder: ManifestObject): RealStatus {
  return {
    relation: 'compared',
    at: placeOf(holder, list.path),
    ...controllerOf(list),
    conditions: list.conditions,
    differences: differencesBetween(status.conditions, list.conditions),
    ...staleness(holder, list.conditions),
  };
}

/** Nothing when the implementation only stands in for another one, or the Gateway is another's: it cannot have written. */
function notWritten(
  { kind }: ObjectStatus,
  holder: ManifestObject,
  predictor: Predictor,
): Pick<ComparedStatus, 'real'> {
  const anonymous = kind === 'object' || kind === 'listener';
  if (!isRunning(predictor) || (anonymous && !writesOwnStatus(holder, predictor))) return {};
  const at = placeOf(holder, ['status']);
  return { real: { relation: 'not-written', at, conditions: [], differences: [] } };
}

function isRunning({ gateways }: Predictor): boolean {
  return gateways.length > 0;
}

function leftOver(
  objectId: string,
  lists: ReadonlySet<RealList>,
  holder: ManifestObject | undefined,
  names: ReadonlySet<string>,
  predictor: Predictor,
): readonly ComparedStatus[] {
  if (holder === undefined) return [];
  return [...lists].flatMap((list): ComparedStatus[] => {
    const isOwn = isOwnList(list, holder, names, predictor);
    if (!isOwn && (list.controllerName === undefined || !isRunning(predictor))) return [];
    const real: RealStatus = {
      relation: isOwn ? 'not-predicted' : 'other-controller',
      at: placeOf(holder, list.path),
      ...controllerOf(list),
      conditions: list.conditions,
      differences: [],
      ...staleness(holder, list.conditions),
    };
    const ref = list.ref === undefined ? {} : { ref: list.ref };
    return [{ objectId, kind: list.kind, ...ref, ...controllerOf(list), conditions: [], real }];
  });
}

function controllerOf({ controllerName }: RealList): { readonly controllerName?: string } {
  return controllerName === undefined ? {} : { controllerName };
}

function placeOf(object: ManifestObject, path: FieldPath): SourceRef {
  const { key, value } = object.rangeOf(path);
  return { fileId: object.fileId, range: key ?? value };
}
