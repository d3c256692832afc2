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
    // nginx takes the level of a message from the oldest entry.
    reason: 'with an old error before the backend’s own',
    applies: (theirs, ours) =>
      theirs.status === ours.status &&
      theirs.gateway === ours.gateway &&
      leftBehind.test(theirs.backend ?? '') &&
      withoutLevel(withoutLeftBehind(theirs.backend ?? '')) === withoutLevel(ours.backend ?? ''),
  },
];

function withoutLevel(line: string): string {
  return line.replace(/^\[\w+\] /, '');
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
