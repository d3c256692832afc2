import { writeDataValue } from '../../fixes/index.ts';
import { readDataValue } from '../../gateway-api/index.ts';
import { insertKey, type ManifestObject } from '../../manifest/index.ts';
import type { Blob, TextEdit, Workspace, WorkspaceFile } from '../../model/index.ts';
import { encodeBase64, publicKeyMatches, type Certificate } from '../../pki/index.ts';
import { takeInventory, type InventoryEntry } from '../inventory/take-inventory.ts';
import type { Memory } from '../memory/memory.ts';
import { withEdits } from '../outlook.ts';
import { blobTexts, readBlobs } from '../read-blobs.ts';
import { readManifests } from '../read-manifests.ts';
import { replaceBlocks } from './replace-blocks.ts';

/** A workspace with a certificate, and with its key where that is new, in place of the ones before. */
export interface ReplacedCertificate {
  /** Those that differ from before. */
  readonly files: readonly WorkspaceFile[];
  readonly blobs: readonly Blob[];
  /** Texts that were written: `Secret shop/catalog-identity, tls.crt`. */
  readonly places: readonly string[];
  /** Dropped files of another form than PEM, which stay as they are. */
  readonly left: readonly string[];
}

/** What comes in its place, as PEM. `key` is secret; absent when the key stays. */
export interface CertificateAgain {
  readonly certificate: string;
  readonly key?: string;
}

/**
 * Puts a certificate that was issued again wherever the one before stands, and its new key where the old one stands, else
 * beside it as `tls.key`. Everything else of those texts stays, byte for byte.
 *
 * @returns null when the certificate is not there any more, or a field cannot be written
 */
export async function replaceCertificate(
  workspace: Workspace,
  certificateId: string,
  again: CertificateAgain,
  { crypto, memory }: { readonly crypto: Crypto; readonly memory: Memory },
): Promise<ReplacedCertificate | null> {
  const { index } = await readManifests(workspace, { crypto }, memory);
  const blobs = await readBlobs(workspace.blobs, crypto, memory);
  const { entries, certificates } = takeInventory(index, blobTexts(blobs), memory.inspected);
  const old = certificates.get(certificateId)?.certificate;
  if (old === undefined) return null;
  const changes = entries.flatMap((entry) => changeOf(entry, old, again));
  const keyEdits = isKeyWritten(changes, again) ? [] : keysBeside(changes, again);
  const edits = [...changes.flatMap(editsOf), ...keyEdits];
  const isWritten = changes.every((one) => isOfBlob(one) || editsOf(one).length > 0);
  if (!isWritten || (keyEdits.length === 0 && !isKeyWritten(changes, again))) return null;
  const next = withEdits(workspace, edits);
  const known = new Set<unknown>(workspace.files);
  const shelf = changes.flatMap((one) => blobOf(one));
  return {
    files: next.files.filter((file) => !known.has(file)),
    blobs: shelf,
    places: changes.filter((one) => !isLeft(one, shelf)).map(({ entry }) => entry.text.label),
    left: changes.filter((one) => isLeft(one, shelf)).map(({ entry }) => entry.text.label),
  };
}

interface Change {
  readonly entry: InventoryEntry;
  readonly text: string;
  /** The certificate is the first of the text: a key beside it would be its own. */
  readonly isFirst: boolean;
  readonly hasKey: boolean;
}

function changeOf(entry: InventoryEntry, old: Certificate, again: CertificateAgain): Change[] {
  const { contents, text } = entry;
  const own = contents.certificates.flatMap(({ certificate, block }) =>
    certificate.fingerprint === old.fingerprint ? [[block, again.certificate] as const] : [],
  );
  const { key } = again;
  const keys = contents.keys.flatMap(({ reading, block }) =>
    key !== undefined &&
    reading.state === 'plain' &&
    publicKeyMatches(old.publicKey, reading.key) === true
      ? [[block, key] as const]
      : [],
  );
  if (own.length + keys.length === 0) return [];
  const changed = replaceBlocks(text.text, contents.blocks, new Map([...own, ...keys]));
  const isFirst = contents.certificates[0]?.certificate.fingerprint === old.fingerprint;
  return [{ entry, text: changed, isFirst, hasKey: keys.length > 0 }];
}

function isKeyWritten(changes: readonly Change[], { key }: CertificateAgain): boolean {
  return key === undefined || changes.some(({ hasKey }) => hasKey);
}

function editsOf({ entry: { text }, text: changed }: Change): readonly TextEdit[] {
  return text.owner.kind === 'object'
    ? writeDataValue(text.owner.object, text.owner.value, changed)
    : [];
}

/** The key of a Secret whose `tls.crt` begins with the certificate: it was taken out or never there. */
function keysBeside(changes: readonly Change[], { key }: CertificateAgain): readonly TextEdit[] {
  if (key === undefined) return [];
  return changes.flatMap(({ entry: { text }, isFirst }) =>
    text.owner.kind === 'object' &&
    isFirst &&
    text.owner.object.kind === 'Secret' &&
    text.owner.value.key === 'tls.crt'
      ? writeKey(text.owner.object, key)
      : [],
  );
}

function writeKey(object: ManifestObject, key: string): readonly TextEdit[] {
  const value = readDataValue(object, 'tls.key');
  return value === undefined
    ? insertKey(object, ['data'], 'tls.key', encodeBase64(new TextEncoder().encode(key)))
    : writeDataValue(object, value, key);
}

function isOfBlob({ entry }: Change): boolean {
  return entry.text.owner.kind === 'blob';
}

/** A file of the shelf is written when its bytes are the text that was read. */
function blobOf({ entry: { text }, text: changed }: Change): Blob[] {
  if (text.owner.kind !== 'blob') return [];
  const { blob } = text.owner;
  if (new TextDecoder().decode(blob.bytes) !== text.text) return [];
  return [{ ...blob, bytes: new TextEncoder().encode(changed) }];
}

function isLeft(change: Change, shelf: readonly Blob[]): boolean {
  return isOfBlob(change) && !shelf.some(({ id }) => id === change.entry.text.ownerId);
}
