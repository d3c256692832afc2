import type { PemText, SetupMaterial } from '../types.ts';
import { authoritiesOf, chainPem, keyPem, leafOf, matchingKey, pemOf } from './material-parts.ts';
import type { Placed } from './propose.ts';
import type { DroppedMaterial } from './types.ts';

/** The texts of the files in their roles. A key that does not belong to its certificate is left out. */
export function materialOf(placed: Placed): SetupMaterial {
  const server = identity(placed['server-chain'], placed['server-key']);
  const client = identity(placed['client-chain'], placed['client-key']);
  const serverCa = authority(placed['server-ca']);
  const clientCa = authority(placed['client-ca']);
  return {
    ...(server === null ? {} : { server }),
    ...(serverCa === null ? {} : { serverCa }),
    ...(client?.key === undefined ? {} : { client: { chain: client.chain, key: client.key } }),
    ...(clientCa === null ? {} : { clientCa }),
  };
}

function identity(
  chain: DroppedMaterial | undefined,
  keyFile: DroppedMaterial | undefined,
): { readonly chain: PemText; readonly key?: PemText } | null {
  const leaf = chain === undefined ? null : leafOf(chain);
  if (chain === undefined || leaf === null) return null;
  const text: PemText = { text: chainPem(chain, leaf), blobId: chain.blobId };
  const key = keyFile === undefined ? null : matchingKey(keyFile, leaf);
  if (keyFile === undefined || key === null) return { chain: text };
  return { chain: text, key: { text: keyPem(key), blobId: keyFile.blobId } };
}

function authority(file: DroppedMaterial | undefined): PemText | null {
  const certificates = file === undefined ? [] : authoritiesOf(file);
  if (file === undefined || certificates.length === 0) return null;
  return { text: pemOf(certificates), blobId: file.blobId };
}
