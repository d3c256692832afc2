import type { Blob, Finding } from '../../model/index.ts';
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
  inventory: Inventory,
  issuers: ReadonlyMap<string, readonly string[]>,
  places: ReadonlyMap<string, readonly Placement[]>,
): readonly BlobSummary[] {
  return blobs.map(({ blob, contents }) => {
    const certificateIds = [...new Set(contents.certificates.map((one) => one.fingerprint))];
    return {
      id: blob.id,
      path: blob.path,
      content: contents.content,
      certificateIds,
      hasPrivateKey: contents.keys.length > 0,
      suggestion: suggestPlace(contents, inventory, issuers),
      placedAs: [
        ...new Set(certificateIds.flatMap((id) => placesOf(inventory.certificates.get(id)))),
      ],
      places: places.get(blob.id) ?? [],
    };
  });
}

function placesOf(held: HeldCertificate | undefined): readonly string[] {
  return (held?.places ?? []).flatMap(({ kind, label }) => (kind === 'object' ? [label] : []));
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
