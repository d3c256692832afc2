import { mergeListeners } from '../../../gateway-api/merged-listeners.ts';
import type { Listener, ListenerConflict } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import type { PredictedCondition } from '../../status.ts';
import { setCondition } from '../conditions.ts';
import type { EnvoyGatewayContext } from '../context.ts';
import { overlappingTls } from '../overlapping-tls.ts';
import { PARTLY } from './certificate-conditions.ts';
import { isInSet, type Conflict } from './conflict.ts';
import { finishConditions } from './finish-conditions.ts';
import { placeConflicts } from './place-conflicts.ts';
import { specConditions } from './spec-conditions.ts';

/** What Envoy Gateway says of one listener. */
export interface EnvoyGatewayListener {
  readonly listener: Listener;
  /** Envoy gets it. */
  readonly ready: boolean;
  /** Its place belongs to another listener, or to none. */
  readonly conflict?: ListenerConflict;
  readonly conditions: readonly PredictedCondition[];
}

/**
 * The listeners of one Gateway and of the ListenerSets that it allows, in order of precedence. Until 1.7 places were given
 * before anything else was looked at.
 *
 * @see Envoy Gateway internal/gatewayapi/listener.go `ProcessListeners`
 */
export function gatewayListeners(
  context: EnvoyGatewayContext,
  gateway: ManifestObject,
  absent: AbsentSecrets,
): readonly EnvoyGatewayListener[] {
  const { resolution, traits } = context;
  const { index, references } = resolution;
  const all = mergeListeners(index, references).ofGateway(gateway.id);
  const found = new Map(
    all.map((listener) => {
      const owner = index.byId.get(listener.listenerSetId ?? listener.gatewayId) ?? gateway;
      return [listener, specConditions(context, owner, listener, absent)];
    }),
  );
  const specOf = (listener: Listener) => found.get(listener) ?? [];
  const candidates = traits.listenerSets
    ? all.filter((listener) => specOf(listener).every(isHarmless))
    : all;
  const conflicts = placeConflicts(traits, index, candidates);
  const told = all.map((listener): EnvoyGatewayListener => {
    const against = conflicts.get(listener) ?? [];
    const conflict = against.at(-1);
    const own = against.flatMap((one) => conflictConditions(listener, one));
    const spec = specOf(listener);
    const raw = (traits.listenerSets ? [...spec, ...own] : [...own, ...spec]).reduce(
      setCondition,
      [],
    );
    const conditions = finishConditions(traits, listener, raw);
    const ready = conditions.some(({ type, status }) => type === 'Programmed' && status === 'True');
    return { listener, ready, conditions, ...(conflict && { conflict: conflict.reason }) };
  });
  return withOverlaps(context, told);
}

/** Nothing that keeps a listener from its place. */
function isHarmless({ reason }: PredictedCondition): boolean {
  return reason === PARTLY;
}

function conflictConditions(
  listener: Listener,
  { reason, message, everywhere }: Conflict,
): readonly PredictedCondition[] {
  const types = everywhere && isInSet(listener) ? ['Accepted', 'Programmed'] : [];
  return [
    { type: 'Conflicted', status: 'True', reason, message },
    ...types.map((type): PredictedCondition => ({ type, status: 'False', reason, message })),
  ];
}

function withOverlaps(
  context: EnvoyGatewayContext,
  told: readonly EnvoyGatewayListener[],
): readonly EnvoyGatewayListener[] {
  const sound = told.filter(({ ready }) => ready || !context.traits.listenerSets);
  const overlaps = overlappingTls(
    context,
    sound.map(({ listener }) => listener),
  );
  return told.map((one) => {
    const overlap = overlaps.get(one.listener);
    return overlap === undefined ? one : { ...one, conditions: [...one.conditions, overlap] };
  });
}
