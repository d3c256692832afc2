import type { ManifestObject } from '../../manifest/types.ts';
import { PROTOCOL_KINDS } from '../allowed-routes.ts';
import { intersectHostnames } from '../hostnames.ts';
import { routeKindsOf } from '../route-kinds.ts';
import type { PredictedCondition } from '../status.ts';
import type { Listener } from '../types.ts';
import { condition, resolvedRefs } from './condition.ts';
import type { StatusContext } from './context.ts';
import { frontendVerdict } from './frontend-authorities.ts';
import { pairProblem } from './reference-problems.ts';

/** What the Gateway API says of one listener. */
export interface ListenerVerdict {
  readonly listener: Listener;
  readonly conditions: readonly PredictedCondition[];
  readonly supportedKinds: readonly string[];
  /** Accepted and programmed: it makes a Gateway or ListenerSet valid. */
  readonly valid: boolean;
  /** Reason of the reference that is not resolved. */
  readonly unresolved?: string;
}

/**
 * The conditions of one listener (gateway_types.go ListenerConditionType): Conflicted, Accepted, ResolvedRefs and
 * Programmed, and OverlappingTLSConfig, which is never False.
 *
 * @param owner the Gateway or ListenerSet that it stands in
 */
export function listenerVerdict(
  context: StatusContext,
  gateway: ManifestObject,
  owner: ManifestObject,
  listener: Listener,
): ListenerVerdict {
  const frontend = frontendVerdict(context, gateway, listener);
  const routeKinds = routeKindsOf(owner, listener, PROTOCOL_KINDS[listener.protocol] ?? []);
  const unresolved =
    certificateProblem(context, owner, listener) ??
    frontend.problem ??
    (routeKinds.invalid.length > 0 ? 'InvalidRouteKinds' : undefined);
  const refused = refusalOf(listener, frontend.noneValid);
  // One CA that cannot be used leaves the listener working with the others.
  const broken = unresolved !== undefined && unresolved !== frontend.problem;
  const unprogrammed = listener.conflict === undefined ? 'Invalid' : 'PortUnavailable';
  const valid = refused === undefined && !broken;
  return {
    listener,
    conditions: [
      condition('Conflicted', listener.conflict !== undefined, listener.conflict ?? 'NoConflicts'),
      condition('Accepted', refused === undefined, refused ?? 'Accepted'),
      resolvedRefs(unresolved),
      condition('Programmed', valid, valid ? 'Programmed' : unprogrammed),
      ...(overlaps(context, listener)
        ? [condition('OverlappingTLSConfig', true, 'OverlappingHostnames')]
        : []),
    ],
    supportedKinds: routeKinds.supported,
    valid,
    ...(unresolved !== undefined && { unresolved }),
  };
}

/** GEP-1713 gives conflicted listeners the reason PortUnavailable. */
function refusalOf(listener: Listener, noValidAuthority: boolean): string | undefined {
  if (listener.conflict !== undefined) return 'PortUnavailable';
  if (PROTOCOL_KINDS[listener.protocol] === undefined) return 'UnsupportedProtocol';
  return noValidAuthority ? 'NoValidCACertificate' : undefined;
}

/** Certificates of a listener that terminates TLS; with mode Passthrough they are ignored. */
function certificateProblem(
  { resolution, referencesAt }: StatusContext,
  owner: ManifestObject,
  { index, tlsMode }: Listener,
): string | undefined {
  if (tlsMode === 'Passthrough') return undefined;
  return referencesAt(owner.id, ['spec', 'listeners', index, 'tls'])
    .map((reference) => pairProblem(resolution.index, reference, 'InvalidCertificateRef'))
    .find((reason) => reason !== undefined);
}

/** GEP-3567: a client may reuse a connection made for one listener for the other's host names. */
function overlaps({ merged }: StatusContext, listener: Listener): boolean {
  if (listener.protocol !== 'HTTPS') return false;
  const hostname = listener.hostname === undefined ? [] : [listener.hostname];
  return merged
    .ofGateway(listener.gatewayId)
    .some(
      (other) =>
        other !== listener &&
        other.protocol === 'HTTPS' &&
        other.port === listener.port &&
        intersectHostnames(other.hostname, hostname).length > 0,
    );
}
