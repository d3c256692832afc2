import type { Assignment, Blob, Finding } from '../../model/index.ts';
import type { BlobContents } from '../../pki/index.ts';
import type { HeldCertificate, Inventory } from '../inventory/take-inventory.ts';
import type { Placement } from '../placement/types.ts';
import type { BlobSummary } from '../types.ts';
import { suggestPlace } from './suggest-place.ts';

/** A dropped file with what was read from it. */
export interface ReadBlob {
  readonly blob: Blob;
  readonly contents: BlobContents;
}

/** Every dropped file as the shelf shows it: what it is, where it would go, where its certificates already stand. */
export function summariseBlobs(
  blobs: readonly ReadBlob[],
  assignments: readonly Assignment[],
  inventory: Inventory,
  issuers: ReadonlyMap<string, readonly string[]>,
  places: ReadonlyMap<string, readonly Placement[]>,
): readonly BlobSummary[] {
  const requests = blobs.flatMap(({ contents }) => contents.requests);
  return blobs.map(({ blob, contents }) => {
    const certificateIds = [...new Set(contents.certificates.map((one) => one.fingerprint))];
    return {
      id: blob.id,
      path: blob.path,
      content: contents.content,
      certificateIds,
      hasPrivateKey: contents.keys.length > 0,
      suggestion: suggestPlace(contents, inventory, issuers, requests),
      placedAs: placedAs(
        [
          ...certificateIds.flatMap((id) => placesOf(inventory.certificates.get(id))),
          ...keyPlaces(contents, inventory),
        ],
        saidOf(blob.id, assignments),
      ),
      places: places.get(blob.id) ?? [],
    };
  });
}

/** What is said of an object that a controller makes stands in one of its data keys: that names it already. */
function placedAs(held: readonly string[], said: readonly string[]): readonly string[] {
  const others = said.filter((title) => !held.some((label) => label.startsWith(`${title}, `)));
  return [...new Set([...held, ...others])];
}

function placesOf(held: HeldCertificate | undefined): readonly string[] {
  return (held?.places ?? []).flatMap(({ kind, label }) => (kind === 'object' ? [label] : []));
}

/** Objects that hold a key of the file. */
function keyPlaces({ keys }: BlobContents, { entries }: Inventory): readonly string[] {
  const own = keys.flatMap((reading) => keyText(reading) ?? []);
  if (own.length === 0) return [];
  return entries.flatMap(({ text, contents }) => {
    const holds = contents.keys.some(({ reading }) => own.includes(keyText(reading) ?? ''));
    return text.owner.kind === 'object' && holds ? [text.label] : [];
  });
}

function keyText(reading: BlobContents['keys'][number]): string | undefined {
  return reading.state === 'plain' ? reading.key.pkcs8.join() : undefined;
}

/** Whom the user has said the file of. */
function saidOf(blobId: string, assignments: readonly Assignment[]): readonly string[] {
  return assignments.flatMap(({ target, chain, key, clientCa }) => {
    const isNamed = [chain, key, clientCa].some(
      (ref) => ref?.kind === 'blob' && ref.blobId === blobId,
    );
    return isNamed ? [titleOfTarget(target)] : [];
  });
}

/** `Deployment shop/catalog`, `rates.example.net:443`. */
function titleOfTarget(target: string): string {
  if (target.startsWith('host:')) return target.slice('host:'.length);
  const [, kind = '', namespace = '', name = ''] = target.split('/');
  return `${kind} ${namespace}/${name}`;
}

/** What keeps a dropped file from being read, as a finding about that file. */
export function blobFindings(blobs: readonly ReadBlob[]): readonly Finding[] {
  return blobs.flatMap(({ blob, contents: { fileProblem } }) =>
    fileProblem === undefined
      ? []
      : [
          {
            id: `${fileProblem.code}|${blob.id}`,
            code: fileProblem.code,
            severity: 'warning' as const,
            subject: { kind: 'blob' as const, blobId: blob.id },
            params: { ...fileProblem.params, where: blob.path },
            fixes: [],
          },
        ],
  );
}
