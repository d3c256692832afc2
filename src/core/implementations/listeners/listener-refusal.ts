import type { Resolution } from '../../gateway-api/index.ts';
import type { Listener, ListenerConflict } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ImplementationId } from '../../model/index.ts';
import { agentgatewayState } from '../agentgateway/agentgateway-state.ts';
import { isOfClientCertificate } from '../agentgateway/status/resolve-client-reference.ts';
import { envoyGatewayState } from '../envoy-gateway/envoy-gateway-state.ts';
import { kgatewayState } from '../kgateway/kgateway-state.ts';
import { ngfState } from '../nginx-gateway-fabric/ngf-state.ts';
import type { PredictedCondition } from '../status.ts';
import { CONFLICT_MESSAGES } from './conflict-messages.ts';
import { frontendRefs } from './frontend-refs.ts';
import { listenerCertificateRefs } from './references-at.ts';
import { isFalse } from './with-changes.ts';

/** A controller of one release, on a date; without one dates are not looked at. */
export interface ControllerRun {
  readonly id: ImplementationId;
  readonly version: string;
  readonly at: number | undefined;
}

/** What a controller has against a listener. */
export interface ListenerRefusal {
  readonly reason: string;
  readonly message: string;
  /** The condition that says it, if any does, as `Type=Status`. */
  readonly condition?: string;
  /** The listener works with what can be used. */
  readonly works: boolean;
  readonly conflict?: ListenerConflict;
}

/**
 * Whether the controller refuses a listener, wholly or in part. Certificates and CAs that are not among
 * the files count as used: the cluster may have them.
 *
 * @param resolution as the controller reads it
 */
export function listenerRefusal(
  listener: Listener,
  resolution: Resolution,
  run: ControllerRun,
): ListenerRefusal | null {
  const gateway = resolution.index.byId.get(listener.gatewayId);
  if (gateway === undefined) return null;
  const { conflict, conditions } = verdictOf(run, resolution, gateway, listener);
  const refused = TELLING.map((type) =>
    conditions.find((condition) => condition.type === type && condition.status === 'False'),
  ).find((condition) => condition !== undefined);
  if (conflict !== undefined) {
    const told = refused?.reason === conflict ? refused : conditions.find(isConflict);
    const message = told?.message ?? CONFLICT_MESSAGES[conflict];
    const base = { reason: conflict, message, works: false, conflict };
    return told === undefined ? base : { ...base, condition: nameOf(told) };
  }
  if (refused === undefined || hasAbsent(resolution, gateway, listener)) return null;
  const { reason, message } = refused;
  const works = !isFalse(conditions, 'Programmed') && !isFalse(conditions, 'Accepted');
  return { reason, message, condition: nameOf(refused), works };
}

function isConflict({ type, status }: PredictedCondition): boolean {
  return type === 'Conflicted' && status === 'True';
}

function nameOf({ type, status }: PredictedCondition): string {
  return `${type}=${status}`;
}

/** The condition that says most comes first. */
const TELLING = ['ResolvedRefs', 'Accepted', 'Programmed'] as const;

interface Verdict {
  readonly conflict?: ListenerConflict;
  readonly conditions: readonly PredictedCondition[];
}

function verdictOf(
  { id, version, at }: ControllerRun,
  resolution: Resolution,
  gateway: ManifestObject,
  listener: Listener,
): Verdict {
  switch (id) {
    case 'kgateway':
      return found(kgatewayState(resolution, version).listeners(gateway), listener);
    case 'agentgateway':
      return found(agentgatewayState(resolution, version).listeners(gateway), listener);
    case 'envoy-gateway': {
      const state = envoyGatewayState(resolution, version, { at });
      const refusal = state.refusal(gateway);
      return refusal === null
        ? found(state.listeners(gateway, 'assumed'), listener)
        : { conditions: [{ type: 'Accepted', status: 'False', ...refusal }] };
    }
    case 'nginx-gateway-fabric':
      return found(ngfState(resolution).listeners(gateway, version, 'assumed'), listener);
    default:
      return id satisfies never;
  }
}

/** A client certificate for backends that cannot be used is told elsewhere. */
function found(
  all: readonly (Verdict & { readonly listener: Listener })[],
  { listenerSetId, index }: Listener,
): Verdict {
  const one = all.find(
    ({ listener }) => listener.listenerSetId === listenerSetId && listener.index === index,
  );
  const conditions = (one?.conditions ?? []).filter(
    (condition) => !isOfClientCertificate(condition),
  );
  return one?.conflict === undefined ? { conditions } : { conditions, conflict: one.conflict };
}

function hasAbsent(resolution: Resolution, gateway: ManifestObject, listener: Listener): boolean {
  return [
    ...listenerCertificateRefs(resolution, listener),
    ...frontendRefs(resolution, gateway, listener).references,
  ].some(({ target }) => target.objectId === undefined);
}
