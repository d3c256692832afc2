import { groups, objectKey } from '../gateway-api/index.ts';
import type { Assignment, Blob, MaterialRef } from '../model/index.ts';
import { clientSeat } from './client-seat.ts';
import { setupNames } from './setup-names.ts';
import type { PemText, SetupChoices, SetupMaterial } from './types.ts';

/** What is said about a backend that the manifests do not show. */
export interface SetupAssignments {
  readonly assignments: readonly Assignment[];
  readonly blobs: readonly Blob[];
}

const NONE: SetupAssignments = { assignments: [], blobs: [] };

/** Existing Pods and external hosts: what they present and whom they trust, from Secrets made here or from files. */
export function setupAssignments(choices: SetupChoices, material: SetupMaterial): SetupAssignments {
  const { backend, namespaces } = choices;
  switch (backend.kind) {
    case 'service':
      return NONE;
    case 'workload':
      return assigned(
        choices,
        material,
        objectKey(groups.core, 'Service', namespaces.app, backend.name),
      );
    case 'external':
      return assigned(choices, material, `host:${backend.host}:${String(backend.port)}`);
    default:
      return backend satisfies never;
  }
}

function assigned(
  choices: SetupChoices,
  { server, clientCa }: SetupMaterial,
  target: string,
): SetupAssignments {
  const names = setupNames(choices);
  const mutual = clientSeat(choices) !== null;
  const inCluster = choices.backend.kind === 'workload';
  const blobs: Blob[] = [];
  const identity =
    inCluster && server?.key !== undefined ? ['Secret', names.serverIdentity] : undefined;
  const authority = inCluster ? ['ConfigMap', names.clientCa] : undefined;
  const place = (
    pem: PemText | undefined,
    object: readonly string[] | undefined,
    dataKey: string,
    fileName: string,
  ): MaterialRef | undefined => {
    if (pem === undefined) return undefined;
    const [kind, name] = object ?? [];
    if (kind === undefined || name === undefined) return inBlob(choices, pem, fileName, blobs);
    const key = objectKey(groups.core, kind, choices.namespaces.app, name);
    return { kind: 'object', objectKey: key, dataKey };
  };
  const chain = place(server?.chain, identity, 'tls.crt', 'chain');
  const key = place(server?.key, identity, 'tls.key', 'key');
  const trust = mutual ? place(clientCa, authority, 'ca.crt', 'client-ca') : undefined;
  if (chain === undefined && trust === undefined) return NONE;
  const assignment: Assignment = {
    target,
    ...(chain === undefined ? {} : { chain }),
    ...(key === undefined ? {} : { key }),
    ...(trust === undefined ? {} : { clientCa: trust }),
    verifyClient: mutual ? 'on' : 'off',
  };
  return { assignments: [assignment], blobs };
}

/** A file that the workspace has, or a new one that is added to `blobs`. */
function inBlob(
  { backend }: SetupChoices,
  { text, blobId }: PemText,
  fileName: string,
  blobs: Blob[],
): MaterialRef {
  const id = blobId ?? `${backend.name}-${fileName}.pem`;
  if (blobId === undefined) blobs.push({ id, path: id, bytes: new TextEncoder().encode(text) });
  return { kind: 'blob', blobId: id };
}
