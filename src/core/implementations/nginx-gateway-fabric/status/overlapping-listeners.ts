import type { Listener } from '../../../gateway-api/types.ts';
import type { PredictedCondition } from '../../status.ts';

/** @see NGF state/conditions/conditions.go `ListenerMessageOverlappingHostnames` */
const OVERLAPPING: PredictedCondition = {
  type: 'OverlappingTLSConfig',
  status: 'True',
  reason: 'OverlappingHostnames',
  message: 'Listener hostname overlaps with hostname(s) of other Listener(s) on the same port',
};

/**
 * OverlappingTLSConfig of a listener, which is never False: another one that ends TLS on the port takes some of the same
 * host names. Certificates are not compared.
 *
 * @param all listeners of the Gateway, those of its ListenerSets included
 * @see NGF graph/gateway_listener.go `createOverlappingTLSConfigResolver` (pull request #3709)
 */
export function overlapCondition(
  listener: Listener,
  all: readonly Listener[],
): readonly PredictedCondition[] {
  const overlaps = all.some(
    (other) =>
      other !== listener &&
      endsTls(listener) &&
      endsTls(other) &&
      other.port === listener.port &&
      haveOverlap(listener.hostname, other.hostname),
  );
  return overlaps ? [OVERLAPPING] : [];
}

function endsTls({ protocol }: Listener): boolean {
  return protocol === 'HTTPS' || protocol === 'TLS';
}

/** A wildcard takes any number of labels. @see NGF graph/gateway_listener.go `haveOverlap` */
export function haveOverlap(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  return one === other || takes(one, other) || takes(other, one);
}

function takes(wildcard: string, name: string): boolean {
  return wildcard.startsWith('*.') && name.endsWith(wildcard.slice(1));
}
