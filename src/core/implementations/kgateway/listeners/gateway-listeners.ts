import type { Resolution } from '../../../gateway-api/index.ts';
import { mergeListeners } from '../../../gateway-api/merged-listeners.ts';
import { routeKindsOf } from '../../../gateway-api/route-kinds.ts';
import type { Listener, ListenerConflict } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { withChanges } from '../../listeners/with-changes.ts';
import type { PredictedCondition } from '../../status.ts';
import type { KgatewayFeatures } from '../versions.ts';
import { change, LISTENER } from './listener-conditions.ts';
import { placeRefusals, type PlaceRefusal } from './place-refusals.ts';
import { routeKindsOfProtocol } from './route-kinds-of-protocol.ts';
import { translateListeners } from './translate-listeners.ts';

/** What kgateway says of one listener. */
export interface KgatewayListener {
  readonly listener: Listener;
  /** It has its port, whatever is wrong with its certificates. */
  readonly placed: boolean;
  /** Its place belongs to another listener. */
  readonly conflict?: ListenerConflict;
  readonly conditions: readonly PredictedCondition[];
}

/**
 * The listeners of one Gateway and of the ListenerSets that it allows, in order of precedence.
 *
 * @see kgateway pkg/kgateway/translator/listener/validation.go `validateListeners`, gateway_listener_translator.go
 */
export function gatewayListeners(
  resolution: Resolution,
  features: KgatewayFeatures,
  gateway: ManifestObject,
): readonly KgatewayListener[] {
  const { index, references } = resolution;
  const all = mergeListeners(index, references).ofGateway(gateway.id);
  const kinds = new Map(
    all.map((listener) => [listener, kindChanges(resolution, features, listener)]),
  );
  const candidates = all.filter((listener) => kinds.get(listener)?.usable);
  const refusals = placeRefusals(candidates);
  const placed = candidates.filter((listener) => !refusals.has(listener));
  const translated = translateListeners(resolution, features, gateway, placed);
  return all.map((listener) => ({
    listener,
    placed: placed.includes(listener),
    ...conflictOf(refusals.get(listener)),
    conditions: withChanges(LISTENER, [
      ...(kinds.get(listener)?.changes ?? []),
      ...refusalChanges(refusals.get(listener)),
      ...(translated.get(listener) ?? []),
    ]),
  }));
}

function conflictOf(refusal: PlaceRefusal | undefined): Pick<KgatewayListener, 'conflict'> {
  return refusal === undefined || refusal.reason === 'Invalid' ? {} : { conflict: refusal.reason };
}

interface KindChanges {
  /** It can take a route. */
  readonly usable: boolean;
  readonly changes: readonly PredictedCondition[];
}

/** A listener that can take no route keeps Accepted=True and Programmed=True, unless its protocol is unknown. */
function kindChanges(
  { index }: Resolution,
  features: KgatewayFeatures,
  listener: Listener,
): KindChanges {
  const owner = index.byId.get(listener.listenerSetId ?? listener.gatewayId);
  const taken = routeKindsOfProtocol(listener, features);
  if (owner === undefined || taken === undefined) {
    const message = `Protocol ${listener.protocol} is unsupported.`;
    return {
      usable: false,
      changes: [change('Accepted', 'False', 'UnsupportedProtocol', message)],
    };
  }
  const { supported, invalid } = routeKindsOf(owner, listener, taken);
  const message = `Found invalid route kinds: [${invalid.join(', ')}]`;
  return {
    usable: supported.length > 0,
    changes:
      invalid.length === 0 ? [] : [change('ResolvedRefs', 'False', 'InvalidRouteKinds', message)],
  };
}

function refusalChanges(refusal: PlaceRefusal | undefined): readonly PredictedCondition[] {
  if (refusal === undefined) return [];
  const { reason, message } = refusal;
  return [
    change('Conflicted', 'True', reason, message),
    change('Accepted', 'False', reason, message),
    change('Programmed', 'False', reason, message),
  ];
}
