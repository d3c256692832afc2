import { groups, kinds, objectAt, type ObjectIndex } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';

/** Groups whose status the controllers write that are predicted; a Deployment's conditions are none of theirs. */
const JUDGED: ReadonlySet<string> = new Set([
  groups.gateway,
  groups.gatewayExperimental,
  groups.kgateway,
  groups.envoyGateway,
  groups.nginxGateway,
  groups.agentgateway,
]);

/** Written by whichever controller runs the Gateway; further kinds belong to one implementation. */
const SHARED: ReadonlySet<string> = new Set([
  kinds.gateway,
  kinds.gatewayClass,
  kinds.listenerSet,
  kinds.xListenerSet,
]);

/**
 * The definition that carries the real status, by the id of the object it is of: the one that counts, or, when
 * that has none, the last one that a later definition replaces. Thus a manifest can be edited beside what
 * `kubectl get -o yaml` printed.
 */
export function statusHolders(index: ObjectIndex): ReadonlyMap<string, ManifestObject> {
  const holders = new Map<string, ManifestObject>();
  for (const object of index.all) {
    if (!JUDGED.has(object.group) || !hasStatus(object)) continue;
    const winner = index.byKey.get(object.key);
    if (winner === undefined || (object !== winner && hasStatus(winner))) continue;
    holders.set(winner.id, object);
  }
  return holders;
}

/** Whether the conditions of an object itself, and its listeners', are written by more than one controller. */
export function isSharedKind({ group, kind }: ManifestObject): boolean {
  return SHARED.has(`${group}/${kind}`);
}

/** `status: {}` stands in many templates: nobody wrote it. */
function hasStatus({ value }: ManifestObject): boolean {
  const status = objectAt(value, ['status']);
  return status !== undefined && Object.keys(status).length > 0;
}
