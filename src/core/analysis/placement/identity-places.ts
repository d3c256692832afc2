import type { Certificate } from '../../pki/index.ts';
import type { FileParts } from './file-parts.ts';
import type { PlacementContext } from './placement-context.ts';
import type { ScoredPlace } from './scored-place.ts';
import { howInto, type Seat } from './seats.ts';

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

/** Objects that a party's certificate can stand in, with its key when it is there. */
export function identityPlaces(
  { leaf }: FileParts,
  withKey: boolean,
  context: PlacementContext,
): readonly ScoredPlace[] {
  if (leaf === null) return [];
  return context.seats.flatMap((seat) => {
    const place = identityPlace(leaf, withKey, seat, context);
    return place === null ? [] : [place];
  });
}

function identityPlace(
  leaf: Certificate,
  withKey: boolean,
  seat: Seat,
  context: PlacementContext,
): ScoredPlace | null {
  const { certificate, key } = seat.keys;
  // Where the key that is read is not there, what stands under other keys neither fills nor keeps its place.
  const held = seat.wanted.certificate === undefined ? seat.certificates[0] : undefined;
  const isThere = held?.fingerprint === leaf.fingerprint;
  const bringsKey = withKey && seat.object !== null && seat.wanted.key !== undefined;
  if (certificate === undefined || (isThere && !bringsKey)) return null;
  // Nothing that is to hold a certificate with its key is made with one of them.
  const isPair = key !== undefined;
  if (seat.object === null && !seat.isMade && isPair && !withKey) return null;
  const keys = withKey && key !== undefined ? `${certificate} and ${key}` : certificate;
  const [score, why] = judge(leaf, seat, context);
  return {
    score,
    place: {
      id: `${seat.objectKey}|identity`,
      how: howInto(seat),
      targetKey: seat.objectKey,
      target: `${seat.kind} ${seat.name}`,
      part: 'identity',
      keys: withKey && key !== undefined ? { certificate, key } : { certificate },
      effect: held === undefined && !overwritesKey(seat, withKey) ? null : 'replace',
      as: seat.isMade ? `as its ${keys}` : `as ${keys}`,
      why,
      along: [],
    },
  };
}

/** Only the certificate is missing under the name that is read: the key that stands there is another one's. */
function overwritesKey({ certificates, keys, wanted }: Seat, withKey: boolean): boolean {
  return withKey && certificates.length > 0 && keys.key !== undefined && wanted.key === undefined;
}

function judge(
  leaf: Certificate,
  seat: Seat,
  context: PlacementContext,
): readonly [score: number, why: string | null] {
  const { role, certificates, objectKey } = seat;
  if (certificates[0]?.subject.canonical === leaf.subject.canonical)
    return [100, 'The certificate in it has the same name.'];
  const usages = leaf.extensions.extendedKeyUsage;
  const wanted = role === 'client-certificate' ? CLIENT_AUTH : SERVER_AUTH;
  if (usages !== undefined && !usages.includes(wanted)) return [5, null];
  const asked = context.topology.hops.find(
    ({ members, sni }) => sni !== null && members.includes(objectKey),
  )?.sni;
  if (role === 'presented' && typeof asked === 'string' && namesOf(leaf).includes(asked))
    return [80, `The gateway asks for ${asked}.`];
  if (role === 'client-certificate' && usages?.length === 1)
    return [70, 'It is for clients, and the gateway is one here.'];
  if (role === 'listener-certificate') return [20, null];
  return [usages === undefined ? 30 : 40, null];
}

/** DNS names of a certificate. */
export function namesOf({ extensions }: Certificate): readonly string[] {
  return (extensions.subjectAltNames ?? []).flatMap(({ kind, value }) =>
    kind === 'dns' ? [value] : [],
  );
}
