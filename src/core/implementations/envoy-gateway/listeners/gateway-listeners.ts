import { groupBy } from '../../../gateway-api/group-by.ts';
import { mergeListeners } from '../../../gateway-api/merged-listeners.ts';
import type { Listener, ListenerConflict } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import type { PredictedCondition } from '../../status.ts';
import { setCondition } from '../conditions.ts';
import type { EnvoyGatewayContext } from '../context.ts';
import { overlappingTls } from '../overlapping-tls.ts';
import type { EnvoyGatewayTraits } from '../traits.ts';
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

/** The listeners of one Gateway with what is wrong with each by itself and with its place. */
interface Judged {
  readonly listener: Listener;
  readonly spec: readonly PredictedCondition[];
  readonly conflicts: readonly Conflict[];
}

/**
 * The listeners of Gateways that share one Envoy, and of the ListenerSets that they allow, in order of precedence. Until
 * 1.7 places were given before anything else was looked at.
 *
 * @param gateways one, or those that are merged
 * @returns by the Gateway's id
 * @see Envoy Gateway internal/gatewayapi/listener.go `ProcessListeners`
 */
export function gatewayListeners(
  context: EnvoyGatewayContext,
  gateways: readonly ManifestObject[],
  absent: AbsentSecrets,
): ReadonlyMap<string, readonly EnvoyGatewayListener[]> {
  const judged = gateways.flatMap((gateway) => judgeGateway(context, gateway, absent));
  const merged = gateways.length > 1 ? mergedConflicts(context.traits, judged) : NONE;
  const told = judged.map((one) => tell(context, one, merged.get(one.listener) ?? []));
  const whole = withOverlaps(context, told);
  return groupBy(whole, ({ listener }) => listener.gatewayId);
}

function judgeGateway(
  context: EnvoyGatewayContext,
  gateway: ManifestObject,
  absent: AbsentSecrets,
): readonly Judged[] {
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
  return all.map((listener) => ({
    listener,
    spec: specOf(listener),
    conflicts: conflicts.get(listener) ?? [],
  }));
}

const NONE: ReadonlyMap<Listener, readonly Conflict[]> = new Map();

const SHARED: Conflict = {
  reason: 'HostnameConflict',
  message: 'Port, protocol and hostname tuple must be unique for every listener',
  everywhere: false,
};

/** Of merged Gateways the first that names a place has it. */
function mergedConflicts(
  { listenerSets }: EnvoyGatewayTraits,
  judged: readonly Judged[],
): ReadonlyMap<Listener, readonly Conflict[]> {
  const taken = new Set<string>();
  const found = new Map<Listener, readonly Conflict[]>();
  for (const { listener, spec } of judged) {
    if (listenerSets && !spec.every(isHarmless)) continue;
    const { protocol, hostname = '', port } = listener;
    const place = `${protocol}:${hostname}:${String(port)}`;
    if (taken.has(place)) found.set(listener, [SHARED]);
    taken.add(place);
  }
  return found;
}

function tell(
  { traits }: EnvoyGatewayContext,
  { listener, spec, conflicts }: Judged,
  merged: readonly Conflict[],
): EnvoyGatewayListener {
  const against = [...conflicts, ...merged];
  const conflict = against.at(-1);
  const own = against.flatMap((one) => conflictConditions(listener, one));
  const raw = (traits.listenerSets ? [...spec, ...own] : [...own, ...spec]).reduce(
    setCondition,
    [],
  );
  const conditions = finishConditions(traits, listener, raw);
  const ready = conditions.some(({ type, status }) => type === 'Programmed' && status === 'True');
  return { listener, ready, conditions, ...(conflict && { conflict: conflict.reason }) };
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
