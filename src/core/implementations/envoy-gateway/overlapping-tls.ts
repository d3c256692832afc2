import type { ObjectIndex } from '../../gateway-api/index.ts';
import type { Listener } from '../../gateway-api/types.ts';
import { listenerCertificateRefs } from '../listeners/references-at.ts';
import type { PredictedCondition } from '../status.ts';
import type { EnvoyGatewayContext } from './context.ts';
import { listenerCertificateNames } from './listener-certificate-names.ts';
import { isSdsSecret } from './sds-secret.ts';

/** What of two listeners meets: host names, or names of their certificates. */
interface Meeting {
  readonly own: string;
  readonly other: string;
  readonly listener: Listener;
}

const HTTP1 =
  'ALPN will default to HTTP/1.1 to prevent HTTP/2 connection coalescing, unless explicitly configured via ClientTrafficPolicy';

/**
 * The OverlappingTLSConfig of HTTPS listeners of one Gateway, or of those that are merged. A listener is told of one
 * other only, and certificates that overlap replace the host names that do.
 *
 * @param all their listeners, in order of precedence
 * @see Envoy Gateway internal/gatewayapi/listener.go `checkOverlappingHostnames`, `checkOverlappingCertificates`
 */
export function overlappingTls(
  { resolution, traits }: EnvoyGatewayContext,
  all: readonly Listener[],
): ReadonlyMap<Listener, PredictedCondition> {
  const listeners = all.filter(({ protocol }) => protocol === 'HTTPS');
  if (listeners.length < 2) return new Map();
  const names = new Map(
    listeners.map((listener) => [listener, listenerCertificateNames(resolution, listener)]),
  );
  const byHostname = meetings(listeners, ({ hostname: own }, { hostname: other }) =>
    overlap(own, other) ? [own ?? '', other ?? ''] : null,
  );
  const byCertificate = meetings(listeners, (one, other) =>
    firstOverlap(names.get(one) ?? [], names.get(other) ?? []),
  );
  const end = traits.keepsHttp2 ? '' : ` ${HTTP1}`;
  const { index } = resolution;
  return new Map([
    ...told(index, byHostname, 'OverlappingHostnames', 'hostname', end),
    ...opaque(resolution, listeners, names),
    ...told(index, byCertificate, 'OverlappingCertificates', 'certificate SAN', ` ${HTTP1}`),
  ]);
}

const OPAQUE: PredictedCondition = {
  type: 'OverlappingTLSConfig',
  status: 'True',
  reason: 'SDSCertificateOpaque',
  message:
    'HTTP/2 is disabled by default because one or more HTTPS listeners on this port use an SDS-backed certificate whose DNS names cannot be inspected. Configure ALPN explicitly with ClientTrafficPolicy to override this default.',
};

/** Of several listeners on a port those with a certificate from an SDS server, and those whose names may meet theirs. */
function opaque(
  resolution: EnvoyGatewayContext['resolution'],
  listeners: readonly Listener[],
  names: ReadonlyMap<Listener, readonly string[]>,
): readonly (readonly [Listener, PredictedCondition])[] {
  const fromServer = new Set(listeners.filter((listener) => isFromServer(resolution, listener)));
  if (fromServer.size === 0) return [];
  return listeners.flatMap((listener) => {
    const onPort = listeners.filter(({ port }) => port === listener.port);
    const meets = onPort.some(
      (one) =>
        fromServer.has(one) &&
        (one === listener ||
          one.hostname === undefined ||
          (names.get(listener) ?? []).some((name) => overlap(one.hostname, name))),
    );
    return onPort.length > 1 && meets ? [[listener, OPAQUE] as const] : [];
  });
}

function isFromServer(resolution: EnvoyGatewayContext['resolution'], listener: Listener): boolean {
  return listenerCertificateRefs(resolution, listener).some(({ target }) =>
    isSdsSecret(resolution.index.byId.get(target.objectId ?? '')),
  );
}

function told(
  index: ObjectIndex,
  found: ReadonlyMap<Listener, Meeting>,
  reason: string,
  what: string,
  end: string,
): readonly (readonly [Listener, PredictedCondition])[] {
  return [...found].map(([listener, { own, other, listener: met }]) => {
    const isOwn = met.gatewayId === listener.gatewayId;
    const of = isOwn ? '' : ` of gateway ${index.byId.get(met.gatewayId)?.name ?? ''}`;
    const message = `The ${what} ${own} overlaps with the ${what} ${other} in listener ${met.name}${of}.${end}`;
    return [listener, { type: 'OverlappingTLSConfig', status: 'True', reason, message }];
  });
}

/** Pairs on one port, each listener in one of them: the last that a first listener meets is the one it is told of. */
function meetings(
  listeners: readonly Listener[],
  meet: (one: Listener, other: Listener) => readonly [string, string] | null,
): ReadonlyMap<Listener, Meeting> {
  const found = new Map<Listener, Meeting>();
  for (const [at, one] of listeners.entries()) {
    if (found.has(one)) continue;
    for (const other of listeners.slice(at + 1)) {
      const names = found.has(other) || one.port !== other.port ? null : meet(one, other);
      if (names === null) continue;
      found.set(one, { own: names[0], other: names[1], listener: other });
      found.set(other, { own: names[1], other: names[0], listener: one });
    }
  }
  return found;
}

function firstOverlap(
  own: readonly string[],
  others: readonly string[],
): readonly [string, string] | null {
  for (const one of own) for (const other of others) if (overlap(one, other)) return [one, other];
  return null;
}

/** A wildcard takes one label. @see Envoy Gateway internal/gatewayapi/listener.go `areOverlappingHostnames` */
function overlap(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  return one === other || takes(one, other) || takes(other, one);
}

function takes(wildcard: string, name: string): boolean {
  if (!isWildcard(wildcard) || isWildcard(name)) return false;
  const suffix = wildcard.slice(1);
  return name.endsWith(suffix) && !name.slice(0, -suffix.length).includes('.');
}

function isWildcard(name: string): boolean {
  return name.length > 1 && name.startsWith('*');
}
