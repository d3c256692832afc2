import { titleOfSubject } from '../../certificates/index.ts';
import type { Certificate } from '../../pki/index.ts';
import type { FileParts } from './file-parts.ts';
import type { PlacementContext } from './placement-context.ts';
import type { ScoredPlace } from './scored-place.ts';
import { howInto, type Seat } from './seats.ts';

/** Objects that a CA can stand in: what the gateway trusts and what a backend trusts. */
export function authorityPlaces(
  { authorities }: FileParts,
  context: PlacementContext,
): readonly ScoredPlace[] {
  const [authority] = authorities;
  if (authority === undefined) return [];
  return context.seats.flatMap((seat): ScoredPlace[] => {
    const dataKey = seat.keys.authority;
    const isThere =
      seat.wanted.authority === undefined &&
      seat.certificates.some((one) => one.fingerprint === authority.fingerprint);
    if (dataKey === undefined || isThere) return [];
    const signed = signedFor(authority, seat, context);
    return [
      {
        score: signed === null ? (seat.object === null ? 40 : 10) : 100,
        place: {
          id: `${seat.objectKey}|authority`,
          how: howInto(seat),
          targetKey: seat.objectKey,
          target: `${seat.kind} ${seat.name}`,
          part: 'authority',
          keys: { authority: dataKey },
          effect:
            seat.isMade && seat.certificates.length > 0 ? 'replace' : effectOn(seat, authority),
          as: seat.isMade ? `as its ${dataKey}` : `as ${dataKey}`,
          why: signed === null ? null : `It issued ${signed}, which is checked against it.`,
          along: [],
        },
      },
    ];
  });
}

/** A CA of the same name is replaced; another one stays, and the new one stands beside it. */
function effectOn(
  { certificates, wanted }: Seat,
  { subject }: Certificate,
): 'replace' | 'add' | null {
  if (wanted.authority !== undefined) return null;
  const authorities = certificates.filter(
    ({ extensions }) => extensions.basicConstraints?.ca === true,
  );
  if (authorities.length === 0) return null;
  return authorities.some((one) => one.subject.canonical === subject.canonical) ? 'replace' : 'add';
}

/** A certificate that the CA issued, directly or not, and that is checked against this object. */
function signedFor(
  authority: Certificate,
  seat: Seat,
  { topology, seats, issuers }: PlacementContext,
): string | null {
  const sources = topology.edges.flatMap((edge) =>
    edge.kind === 'verifies' && edge.target === seat.objectKey ? [edge.source] : [],
  );
  const leaves = seats
    .filter(({ objectKey }) => sources.includes(objectKey))
    .flatMap(({ certificates }) => certificates.slice(0, 1));
  const signed = leaves.find((leaf) => isAbove(authority, leaf, issuers));
  return signed === undefined ? null : titleOfSubject(signed);
}

/** True when a path of signatures leads from the certificate to the CA. */
export function isAbove(
  { fingerprint }: Certificate,
  below: Certificate,
  issuers: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set<string>();
  const open = [below.fingerprint];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const above = issuers.get(next) ?? [];
    if (above.includes(fingerprint)) return true;
    open.push(...above);
  }
  return false;
}
