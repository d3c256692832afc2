import { groups, objectKey } from '../gateway-api/index.ts';
import type { Assignment, Blob } from '../model/index.ts';
import type { Manifest } from './manifest.ts';
import { setupNames } from './setup-names.ts';
import type { SetupAssignments } from './setup-assignments.ts';
import type { PemText, SetupChoices, SetupMaterial } from './types.ts';

/**
 * Public certificates that stand for those which cert-manager and trust-manager will write, so that a setup can be looked at
 * before it is in a cluster. Their keys go nowhere.
 */
export function madeAssignments(
  choices: SetupChoices,
  material: SetupMaterial,
  made: readonly Manifest[],
): SetupAssignments {
  const names = setupNames(choices);
  const { server, client, serverCa } = material;
  const chains: Readonly<Record<string, PemText | undefined>> = {
    [names.serverIdentity]: server?.chain,
    [names.clientIdentity]: client?.chain,
  };
  const blobs = new Map<string, Blob>();
  const publicFile = (name: string, pem: PemText | undefined): string | null => {
    if (pem === undefined) return null;
    const id = `${name}.crt`;
    blobs.set(id, { id, path: id, bytes: new TextEncoder().encode(pem.text) });
    return id;
  };
  const assignments = made.map(({ kind, name, namespace = '', data = {} }): Assignment => {
    const chain = 'tls.crt' in data ? publicFile(name, chains[name]) : null;
    const authority = 'ca.crt' in data ? publicFile(names.serverCa, serverCa) : null;
    return {
      target: objectKey(groups.core, kind, namespace, name),
      ...(chain === null ? {} : { chain: { kind: 'blob', blobId: chain } }),
      ...(authority === null ? {} : { clientCa: { kind: 'blob', blobId: authority } }),
    };
  });
  return { assignments, blobs: [...blobs.values()] };
}
