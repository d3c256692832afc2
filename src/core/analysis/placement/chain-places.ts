import { titleOfSubject } from '../../certificates/index.ts';
import { isSelfIssued, type Certificate } from '../../pki/index.ts';
import type { FileParts } from './file-parts.ts';
import type { PlacementContext } from './placement-context.ts';
import type { ScoredPlace } from './scored-place.ts';
import { howInto, type Seat } from './seats.ts';

/** Objects whose chain lacks the intermediate CAs of the file: it goes behind the certificates that stand there. */
export function chainPlaces(
  { authorities }: FileParts,
  { seats, issuers }: PlacementContext,
): readonly ScoredPlace[] {
  // The other side has the root, or does not trust the chain: it is not sent.
  const intermediates = authorities.filter((one) => !isSelfIssued(one));
  if (intermediates.length === 0) return [];
  return seats.flatMap((seat): ScoredPlace[] => {
    const { certificate } = seat.keys;
    if (certificate === undefined || seat.object === null) return [];
    const below = issuedThere(intermediates, seat, issuers);
    if (below === null) return [];
    return [
      {
        // Before the bundle that trusts the root: OpenSSL does not stop at an intermediate CA there.
        score: 110,
        place: {
          id: `${seat.objectKey}|chain`,
          how: howInto(seat),
          targetKey: seat.objectKey,
          target: `${seat.kind} ${seat.name}`,
          part: 'chain',
          keys: { certificate },
          effect: 'add',
          as: `as part of the chain in ${certificate}`,
          why: `It issued ${titleOfSubject(below)}, which is sent from there.`,
          along: [],
        },
      },
    ];
  });
}

/** A certificate of the object that an intermediate issued which is not beside it. */
function issuedThere(
  intermediates: readonly Certificate[],
  { certificates }: Seat,
  issuers: ReadonlyMap<string, readonly string[]>,
): Certificate | null {
  const held = new Set(certificates.map(({ fingerprint }) => fingerprint));
  const missing = intermediates.filter(({ fingerprint }) => !held.has(fingerprint));
  const found = certificates.find((one) =>
    missing.some(({ fingerprint }) => issuers.get(one.fingerprint)?.includes(fingerprint)),
  );
  return found ?? null;
}
