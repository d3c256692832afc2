import {
  fieldText,
  type Connection,
  type ObjectIndex,
  type Resolution,
} from '../gateway-api/index.ts';
import type { WorkspaceCertificate } from '../handshake/index.ts';
import type { FieldRef, Workspace } from '../model/index.ts';
import type { SignatureChecker } from '../verify/types.ts';
import { connect, type ConnectContext, type Connected } from './connect.ts';
import type { Inventory } from './inventory/take-inventory.ts';
import type { Memory } from './memory/memory.ts';
import type { ReadBlob } from './summaries/summarise-blobs.ts';
import type { AnalyzeOptions } from './types.ts';

const noRoots = (): Promise<undefined> => Promise.resolve(undefined);

export interface ConnectInput {
  readonly workspace: Workspace;
  readonly options: AnalyzeOptions;
  readonly at: number;
  readonly memory: Memory;
  readonly checkSignature: SignatureChecker;
  readonly index: ObjectIndex;
  readonly blobs: readonly ReadBlob[];
  readonly inventory: Inventory;
}

/** Connections of one resolution, one after another, yielding between slices. */
export async function connectAll(
  connections: readonly Connection[],
  resolution: Resolution,
  context: ConnectContext,
  checkpoint: AnalyzeOptions['checkpoint'],
): Promise<readonly Connected[]> {
  const connected: Connected[] = [];
  for (const connection of connections) {
    connected.push(await connect(connection, resolution, context));
    await checkpoint?.();
  }
  return connected;
}

/** What all connections share, whoever runs the gateways. */
export function connectContext(input: ConnectInput): ConnectContext {
  const { workspace, options, at, memory, checkSignature, blobs, inventory } = input;
  const texts = new Map(blobs.map(({ blob, contents }) => [blob.id, contents.pem]));
  const workspaceCertificates = certificatesOf(inventory);
  return {
    workspace,
    materials: { blobs: (id) => texts.get(id) || undefined },
    at,
    crypto: options.crypto,
    checkSignature,
    describe: describer(input.index),
    workspaceCertificates,
    certificatesNumber: memory.textNumber(certificatesKey(workspaceCertificates)),
    systemRoots: options.systemRoots ?? noRoots,
    memory,
  };
}

function certificatesKey(certificates: readonly WorkspaceCertificate[]): string {
  return JSON.stringify(
    certificates.map(({ certificate, id, label, unplaced }) => [
      certificate.fingerprint,
      id,
      label,
      unplaced,
    ]),
  );
}

/** `backend-cert / ca.crt` for a data key, `backend-tls, spec.validation` for any other field. */
function describer(index: ObjectIndex): (field: FieldRef) => string {
  return ({ objectId, path }) => {
    const object = index.byId.get(objectId);
    if (object === undefined) return objectId;
    if (path.length === 0) return `${object.kind} ${object.name}`;
    const [section, key] = path;
    const isData = section === 'data' || section === 'stringData' || section === 'binaryData';
    return isData && typeof key === 'string'
      ? `${object.name} / ${key}`
      : `${object.name}, ${fieldText(path)}`;
  };
}

function certificatesOf(inventory: Inventory): readonly WorkspaceCertificate[] {
  return [...inventory.certificates.values()].flatMap(({ certificate, places }) => {
    const place = places[0];
    if (place === undefined) return [];
    const unplaced = places.every(({ kind }) => kind === 'blob');
    return [{ certificate, label: place.label, id: place.ownerId, unplaced }];
  });
}
