import type { Resolution } from '../../../gateway-api/index.ts';
import { groupBy } from '../../../gateway-api/group-by.ts';
import { mergeListeners } from '../../../gateway-api/merged-listeners.ts';
import type { Listener, ListenerConflict } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import type { PredictedCondition } from '../../status.ts';
import { overlapCondition } from '../status/overlapping-listeners.ts';
import type { Draft } from './draft.ts';
import { resolveFrontend } from './frontend-conditions.ts';
import { metricsPort } from './metrics-port.ts';
import { createPlaceResolver, type PlaceResolver } from './place-resolver.ts';
import { resolveSecrets } from './secret-conditions.ts';
import { specConditions } from './spec-conditions.ts';

/** What NGINX Gateway Fabric says of one listener. */
export interface NgfListener {
  readonly listener: Listener;
  /** It is written to nginx. */
  readonly valid: boolean;
  /** Its port belongs to another listener, or to none. */
  readonly conflict?: ListenerConflict;
  /** What was found, in order; nothing where all is right. */
  readonly conditions: readonly PredictedCondition[];
  /** What is added to the conditions of the Gateway for its sake. */
  readonly ofGateway: readonly PredictedCondition[];
}

interface Asked {
  readonly gateway: ManifestObject;
  readonly resolution: Resolution;
  readonly version: string;
  readonly absent: AbsentSecrets;
}

/**
 * The listeners of one Gateway and of the ListenerSets that it allows, in order of precedence. A ListenerSet is judged by
 * itself first; one without any valid listener does not come near the Gateway.
 *
 * @see NGF graph/gateway_listener.go `configure`, listenerset.go `validateListenerSet`, `mergeGatewayAndListenerSetListeners`
 */
export function gatewayListeners(asked: Asked): readonly NgfListener[] {
  const { gateway, resolution, version } = asked;
  const all = mergeListeners(resolution.index, resolution.references).ofGateway(gateway.id);
  const place = createPlaceResolver(version);
  const fed: Draft[] = [];
  const drafts = [...groupBy(all, ({ listenerSetId = '' }) => listenerSetId)].flatMap(
    ([setId, own]) => {
      const alone = setId === '' ? [] : judge(asked, own, createPlaceResolver(version));
      return setId === '' || alone.some(({ valid }) => valid)
        ? judge(asked, own, place, fed)
        : alone;
    },
  );
  const placed = fed.map(({ listener }) => listener);
  return drafts.map(({ listener, conditions, ofGateway, valid }) => {
    const conflict = conditions.findLast(({ type }) => type === 'Conflicted')?.reason;
    const overlap = placed.includes(listener) ? overlapCondition(listener, placed) : [];
    return {
      listener,
      valid,
      ofGateway,
      conditions: [...conditions, ...overlap],
      ...(isConflict(conflict) && { conflict }),
    };
  });
}

function isConflict(reason: string | undefined): reason is ListenerConflict {
  return reason === 'ProtocolConflict' || reason === 'HostnameConflict';
}

/** @param fed takes the listeners that nothing was found in by themselves; absent where no Gateway is in view */
function judge(
  { gateway, resolution, version, absent }: Asked,
  listeners: readonly Listener[],
  place: PlaceResolver,
  fed?: Draft[],
): readonly Draft[] {
  const metrics = metricsPort(resolution, gateway);
  return listeners.flatMap((listener): Draft[] => {
    const owner = resolution.index.byId.get(listener.listenerSetId ?? listener.gatewayId);
    if (owner === undefined) return [];
    const conditions = [...specConditions(version, owner, listener, metrics)];
    const draft: Draft = {
      listener,
      conditions,
      ofGateway: [],
      valid: conditions.length === 0,
    };
    if (!draft.valid) return [draft];
    place(draft);
    resolveSecrets(resolution, version, draft, absent);
    if (fed !== undefined) resolveFrontend(resolution, version, gateway, draft, absent);
    fed?.push(draft);
    return [draft];
  });
}
