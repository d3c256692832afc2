import type { ReadBlob } from '../summaries/summarise-blobs.ts';
import { assignmentPlaces } from './assignment-places.ts';
import { authorityPlaces } from './authority-places.ts';
import { chainPlaces } from './chain-places.ts';
import { filePartsOf, holdsKeyOf, type FileParts } from './file-parts.ts';
import { identityPlaces } from './identity-places.ts';
import type { ScoredPlace } from './scored-place.ts';
import type { PlacementContext, PlacementInput } from './placement-context.ts';
import { seatsOf, type Seat } from './seats.ts';
import type { Placement } from './types.ts';

/** Where each dropped file could go, the best place first, by file id. Files without a place are left out. */
export function proposePlaces(input: PlacementInput): ReadonlyMap<string, readonly Placement[]> {
  if (input.blobs.length === 0) return new Map();
  const { picture, topology, inventory } = input;
  const context = { ...input, seats: seatsOf(picture, topology, inventory) };
  const places = new Map<string, readonly Placement[]>();
  for (const read of input.blobs) {
    const parts = filePartsOf(read);
    if (parts !== null) places.set(read.blob.id, placesOf(read, parts, context));
  }
  return places;
}

function placesOf(
  read: ReadBlob,
  parts: FileParts,
  context: PlacementContext,
): readonly Placement[] {
  if (parts.leaf === null && parts.authorities.length === 0) return keyPlaces(read, context);
  const along = parts.hasKey ? [] : keyFiles(parts, context);
  const complete = parts.hasKey || along.length > 0;
  return inOrder([
    ...identityPlaces(parts, complete, context),
    ...authorityPlaces(parts, context),
    ...chainPlaces(parts, context),
    ...assignmentPlaces(parts, complete, context),
  ]).map((place) => (place.part === 'identity' ? { ...place, along } : place));
}

/** A key goes where its certificate goes, and beside the one that stands there already. */
function keyPlaces(read: ReadBlob, context: PlacementContext): readonly Placement[] {
  const beside = context.seats.flatMap((seat) => besideCertificate(read, seat));
  const partners = context.blobs.flatMap((other): Placement[] => {
    const parts = filePartsOf(other);
    const leaf = parts?.leaf ?? null;
    if (parts === null || leaf === null || parts.hasKey) return [];
    if (!holdsKeyOf(read.contents, leaf)) return [];
    return inOrder([
      ...identityPlaces(parts, true, context),
      ...assignmentPlaces(parts, true, context),
    ])
      .filter(({ part }) => part === 'identity')
      .map((place) => ({ ...place, along: [other.blob.id] }));
  });
  const known = new Set(beside.map(({ targetKey }) => targetKey));
  return [...beside, ...partners.filter(({ targetKey }) => !known.has(targetKey))];
}

function besideCertificate({ contents }: ReadBlob, seat: Seat): readonly Placement[] {
  const { object, keys, certificates } = seat;
  const own = certificates.find((certificate) => holdsKeyOf(contents, certificate));
  if (own === undefined || object === null || keys.key === undefined) return [];
  return [
    {
      id: `${seat.objectKey}|key`,
      how: 'object',
      targetKey: seat.objectKey,
      target: `${seat.kind} ${seat.name}`,
      part: 'identity',
      keys: { key: keys.key },
      effect: null,
      as: `as ${keys.key}`,
      why: 'The certificate in it belongs to this key.',
      along: [],
    },
  ];
}

function keyFiles({ leaf }: FileParts, { blobs }: PlacementContext): readonly string[] {
  if (leaf === null) return [];
  const found = blobs.find(({ contents }) => holdsKeyOf(contents, leaf));
  return found === undefined ? [] : [found.blob.id];
}

function inOrder(places: readonly ScoredPlace[]): readonly Placement[] {
  return [...places].sort((a, b) => b.score - a.score).map(({ place }) => place);
}
