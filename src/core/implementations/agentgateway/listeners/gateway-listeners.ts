import type { Resolution } from '../../../gateway-api/index.ts';
import { mergeListeners } from '../../../gateway-api/merged-listeners.ts';
import { routeKindsOf } from '../../../gateway-api/route-kinds.ts';
import type { Listener, ListenerConflict } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { CONFLICT_MESSAGES } from '../../listeners/conflict-messages.ts';
import { withChanges } from '../../listeners/with-changes.ts';
import type { PredictedCondition } from '../../status.ts';
import type { AgentgatewayFeatures } from '../versions.ts';
import { resolveClientReference } from '../status/resolve-client-reference.ts';
import { listenerTls } from './listener-tls.ts';
import { inOrder, placeConflicts } from './place-conflicts.ts';

/** What agentgateway says of one listener. */
export interface AgentgatewayListener {
  readonly listener: Listener;
  /** Nothing is wrong with its TLS and its protocol. */
  readonly valid: boolean;
  /** Its port or host name belongs to an earlier listener. Only ListenerSets are told. */
  readonly conflict?: ListenerConflict;
  readonly conditions: readonly PredictedCondition[];
}

/**
 * The listeners of one Gateway and of the ListenerSets that it allows, in order of precedence.
 *
 * @see agentgateway controller/pkg/agentgateway/translator/conversion.go `BuildListener`
 */
export function gatewayListeners(
  resolution: Resolution,
  features: AgentgatewayFeatures,
  gateway: ManifestObject,
): readonly AgentgatewayListener[] {
  const { index, references } = resolution;
  const all = inOrder(index, mergeListeners(index, references).ofGateway(gateway.id));
  const conflicts = placeConflicts(index, all);
  return all.flatMap((listener): AgentgatewayListener[] => {
    const owner = index.byId.get(listener.listenerSetId ?? listener.gatewayId);
    if (owner === undefined) return [];
    const built = build(resolution, features, gateway, owner, listener);
    const conflict = conflicts.get(listener);
    if (conflict === undefined) return [{ listener, ...built }];
    const told = built.valid && owner !== gateway ? conflictChanges(conflict) : [];
    const conditions = withChanges(built.conditions, told);
    return [{ listener, valid: built.valid, conflict, conditions }];
  });
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  HBONE: ['HTTPRoute', 'GRPCRoute'],
  TCP: ['TCPRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
};

function build(
  resolution: Resolution,
  features: AgentgatewayFeatures,
  gateway: ManifestObject,
  owner: ManifestObject,
  listener: Listener,
): Pick<AgentgatewayListener, 'valid' | 'conditions'> {
  const { protocol, tlsMode } = listener;
  const tls = listenerTls(resolution, features, gateway, owner, listener);
  const known = KINDS[protocol];
  const taken = tlsMode === 'Passthrough' ? ['TLSRoute'] : (known ?? []);
  const client =
    tls.refusal === undefined
      ? resolveClientReference(resolution.index, gateway, owner)
      : undefined;
  const changes = [
    ...(client === undefined ? [] : [client]),
    ...tlsChanges(tls, owner !== gateway),
    ...(known === undefined ? [bad('Accepted', 'UnsupportedProtocol', unsupported(protocol))] : []),
    ...(routeKindsOf(owner, listener, taken).invalid.length > 0
      ? [bad('ResolvedRefs', 'InvalidRouteKinds', 'Invalid route kinds')]
      : []),
  ];
  return { valid: tls.works && known !== undefined, conditions: withChanges(FINE, changes) };
}

const FINE: readonly PredictedCondition[] = (
  [
    ['Accepted', 'True', 'Accepted'],
    ['Conflicted', 'False', 'NoConflicts'],
    ['Programmed', 'True', 'Programmed'],
    ['ResolvedRefs', 'True', 'ResolvedRefs'],
  ] as const
).map(([type, status, reason]) => ({ type, status, reason, message: 'No errors found' }));

/** A listener of a ListenerSet is not accepted either; one of a Gateway is, unless its CAs are to blame. */
function tlsChanges(
  { refusal, works }: ReturnType<typeof listenerTls>,
  isInSet: boolean,
): readonly PredictedCondition[] {
  if (refusal === undefined) return [];
  const { reason, message, authority = false } = refusal;
  const resolved = bad('ResolvedRefs', reason, message);
  if (works) return [resolved];
  const accepted = isInSet ? 'ListenersNotValid' : authority ? 'NoValidCACertificate' : undefined;
  return [
    ...(accepted === undefined ? [] : [bad('Accepted', accepted, message)]),
    resolved,
    bad('Programmed', 'Invalid', 'Bad TLS configuration'),
  ];
}

function conflictChanges(conflict: ListenerConflict): readonly PredictedCondition[] {
  const message = CONFLICT_MESSAGES[conflict];
  return [
    { type: 'Conflicted', status: 'True', reason: conflict, message },
    bad('Accepted', conflict, message),
    bad('Programmed', conflict, message),
  ];
}

/** Names are upper case. */
function unsupported(protocol: string): string {
  const upper = protocol.toUpperCase();
  const hint = KINDS[upper] === undefined ? '' : `. hint: "${upper}" (uppercase) may be supported`;
  return `protocol "${protocol}" is unsupported${hint}`;
}

function bad(type: string, reason: string, message: string): PredictedCondition {
  return { type, status: 'False', reason, message };
}
