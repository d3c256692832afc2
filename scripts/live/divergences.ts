import type { Answer } from './answer.ts';

/** What the real program says beside the verdict and ours does not follow, with its reason. */
export interface Divergence {
  readonly reason: string;
  readonly applies: (theirs: Answer, ours: Answer) => boolean;
}

/** Left in OpenSSL's error queue by a broken extension or a bad signature that the verification met and went past. */
const leftBehind = /\(SSL: error:(?:1100009E:X509 V3 routines::invalid certificate|0[68]\w{6}:)/;

export const divergences: readonly Divergence[] = [
  {
    // The gateway closes right after its own Finished; nginx then takes the old entry for the reason.
    reason: 'with an old error in the backend’s queue when the gateway leaves',
    applies: (theirs, ours) =>
      theirs.status === ours.status &&
      theirs.gateway === ours.gateway &&
      (theirs.backend ?? '').startsWith('[crit] SSL_do_handshake() failed') &&
      leftBehind.test(theirs.backend ?? '') &&
      ours.backend === '[info] client closed connection while waiting for request',
  },
  {
    // BoringSSL queues an entry for each parser that gives up, and for keys that it tries on the way.
    reason: 'with further entries before the last in BoringSSL’s queue',
    applies: (theirs, ours) =>
      theirs.status === ours.status &&
      theirs.backend === ours.backend &&
      lastEntry(ours.gateway) !== undefined &&
      lastEntry(theirs.gateway) === lastEntry(ours.gateway),
  },
  {
    // The modelled BoringSSL, 0.20260413, leaves the depth unset for error 67; Envoy 1.40 has a newer one.
    reason: 'with depth 0 where BoringSSL used to say -1',
    applies: (theirs, ours) =>
      theirs.status === ours.status &&
      theirs.backend === ours.backend &&
      theirs.gateway?.replace('_at_depth_0:', '_at_depth_-1:') === ours.gateway,
  },
];

/** The text of a transport failure behind its last `|`. */
function lastEntry(failure: string | null): string | undefined {
  return failure?.startsWith('TLS_error:|') ? failure.split('|').at(-1) : undefined;
}

/** The divergence that explains a difference, or null. */
export function divergenceOf(theirs: Answer, ours: Answer): Divergence | null {
  if (JSON.stringify(theirs) === JSON.stringify(ours)) return null;
  return divergences.find(({ applies }) => applies(theirs, ours)) ?? null;
}

/** An [emerg] line without what extensions of the same file left in the queue before the decisive entry. */
export function withoutLeftBehind(line: string): string {
  return line.replaceAll('error:1100009E:X509 V3 routines::invalid certificate error:', 'error:');
}
