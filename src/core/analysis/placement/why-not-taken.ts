import type { Answer } from '../types.ts';
import type { NotTaken } from './types.ts';

/** Why an object offers no place to a file that was dropped on it. `hasPlaced`: another file of the drop stands there now. */
export function whyNotTaken(
  { blobs, takers, certificates, objects, topology }: Answer,
  objectKey: string,
  blobId: string,
  hasPlaced: boolean,
): NotTaken {
  const blob = blobs.find(({ id }) => id === blobId);
  const taker = takers.find((one) => one.objectKey === objectKey);
  if (blob === undefined || taker === undefined) return 'takes-none';
  if (blob.content === 'locked') return 'locked';
  const [first] = blob.certificateIds;
  if (first === undefined)
    return blob.hasPrivateKey ? 'key-without-certificate' : 'nothing-to-place';
  const object = objects.find(({ key, shadowed }) => key === objectKey && !shadowed);
  if (object?.certificateIds.includes(first) === true) return 'already-there';
  const certificate = certificates.find(({ id }) => id === first);
  const isCa = certificate?.isCa === true;
  if (isCa && taker.takes === 'identity') {
    const holdsAny = (object?.certificateIds.length ?? 0) > 0;
    return holdsAny && !certificate.selfSigned ? 'issued-nothing-there' : 'is-a-ca';
  }
  if (!isCa && taker.takes === 'authority') return 'not-a-ca';
  if (hasPlaced) return 'place-is-taken';
  const node = topology.nodes.find(({ id }) => id === objectKey);
  const isMissing = node?.ghost === true && node.madeBy === undefined;
  return isMissing ? 'certificate-without-key' : 'already-there';
}
