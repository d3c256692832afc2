import type { Assignment, MaterialRef, TextEdit, Workspace } from '../../model/index.ts';
import type { BlobContents } from '../../pki/index.ts';
import type { Memory } from '../memory/memory.ts';
import { readBlobs } from '../read-blobs.ts';
import { holdsKeyOf } from './file-parts.ts';
import { createObject, writeIntoObject, type PlacedMaterial } from './write-object.ts';
import type { Placement } from './types.ts';

/** What placing comes to: text of the manifests, or what the user says that somebody presents. */
export type Placed =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'assignment'; readonly assignment: Assignment }
  /** The workspace has changed since the place was proposed, or the field cannot be written. */
  | { readonly kind: 'not-possible' };

interface File {
  readonly blobId: string;
  readonly contents: BlobContents;
}

/**
 * Carries out a proposal: range splices of the one file that holds the object, a new document behind the object that
 * names a missing one, or an assignment.
 */
export async function placeFiles(
  workspace: Workspace,
  blobId: string,
  place: Placement,
  { crypto, memory }: { readonly crypto: Crypto; readonly memory: Memory },
): Promise<Placed> {
  const wanted = [blobId, ...place.along];
  const read = await readBlobs(
    workspace.blobs.filter(({ id }) => wanted.includes(id)),
    crypto,
    memory,
  );
  const files = read.map(({ blob, contents }) => ({ blobId: blob.id, contents }));
  if (place.how === 'assign' || place.how === 'stand-in') return assigned(workspace, place, files);
  const material = materialOf(files);
  const edits =
    place.how === 'create'
      ? createObject(workspace, place, material)
      : writeIntoObject(workspace, place, material);
  return edits.length === 0 ? { kind: 'not-possible' } : { kind: 'edits', edits };
}

function materialOf(files: readonly File[]): PlacedMaterial {
  const blocks = files.flatMap(({ contents }) => pemBlocks(contents.pem));
  return {
    chain: blocks.filter((block) => block.includes('-BEGIN CERTIFICATE-')).join(''),
    key: blocks.find((block) => /-BEGIN (?:(?:RSA|EC) )?PRIVATE KEY-/.test(block)) ?? null,
  };
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;

function pemBlocks(pem: string): readonly string[] {
  return [...pem.matchAll(BLOCK)].map(([block]) => `${block}\n`);
}

function assigned({ assignments }: Workspace, place: Placement, files: readonly File[]): Placed {
  const target = place.id.slice(0, place.id.lastIndexOf('|'));
  const held = files.find(({ contents }) => contents.certificates.length > 0);
  const certificate = held?.contents.certificates[0];
  if (held === undefined || certificate === undefined) return { kind: 'not-possible' };
  const keyed = files.find(({ contents }) => holdsKeyOf(contents, certificate));
  const before: Assignment = assignments.find((one) => one.target === target) ?? { target };
  return {
    kind: 'assignment',
    assignment:
      place.part === 'authority'
        ? { ...before, clientCa: blobRef(held) }
        : withIdentity(before, blobRef(held), keyed && blobRef(keyed)),
  };
}

/** Another certificate has another key: that of the one before does not stay. */
function withIdentity(before: Assignment, chain: MaterialRef, key?: MaterialRef): Assignment {
  const { clientCa, verifyClient, verifyDepth, target } = before;
  return {
    target,
    chain,
    ...(key === undefined ? {} : { key }),
    ...(clientCa === undefined ? {} : { clientCa }),
    ...(verifyClient === undefined ? {} : { verifyClient }),
    ...(verifyDepth === undefined ? {} : { verifyDepth }),
  };
}

function blobRef({ blobId }: File): MaterialRef {
  return { kind: 'blob', blobId };
}
