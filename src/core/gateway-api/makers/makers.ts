import type { ManifestObject } from '../../manifest/types.ts';
import { rememberByIdentity } from '../remember-by-identity.ts';
import type { ObjectIndex, ReferenceTarget } from '../types.ts';
import { certificate, gatewayCertificates } from './cert-manager.ts';
import { clusterExternalSecret, externalSecret } from './external-secrets.ts';
import { sealedSecret } from './sealed-secrets.ts';
import { bundle } from './trust-manager.ts';
import type { Maker, ReadMaker } from './types.ts';

/** By `group/Kind`. Issuers and ClusterIssuers sign, but what they make is named by a Certificate. */
const readers: Readonly<Record<string, ReadMaker>> = {
  'cert-manager.io/Certificate': certificate,
  'gateway.networking.k8s.io/Gateway': gatewayCertificates,
  'external-secrets.io/ExternalSecret': externalSecret,
  'external-secrets.io/ClusterExternalSecret': clusterExternalSecret,
  'bitnami.com/SealedSecret': sealedSecret,
  'trust.cert-manager.io/Bundle': bundle,
};

/** Everything among the manifests that a controller turns into a Secret or ConfigMap, in file order. */
export const makersOf = rememberByIdentity((index: ObjectIndex): readonly Maker[] =>
  index.all
    .filter(({ id }) => !index.shadowed.has(id))
    .flatMap((object) => readers[`${object.group}/${object.kind}`]?.(object) ?? []),
);

/** What makes the target of a reference; undefined when nothing among the manifests does. */
export function makerOf(
  index: ObjectIndex,
  target: Pick<ReferenceTarget, 'kind' | 'name' | 'namespace'>,
): Maker | undefined {
  return makersOf(index).find(
    ({ makes }) =>
      makes.kind === target.kind &&
      makes.name === target.name &&
      (makes.namespace === null || makes.namespace === target.namespace),
  );
}

/** Ids of a user's files are paths or random: none has an empty folder. */
const MADE_FILE = 'made//';

/** Id of the text that stands for an object which a controller makes; no file of the workspace has it. */
export function madeFileId(objectKey: string): string {
  return `${MADE_FILE}${objectKey}`;
}

/** True for an object that is in no file: it stands for what a controller makes. */
export function isMade({ fileId }: Pick<ManifestObject, 'fileId'>): boolean {
  return fileId.startsWith(MADE_FILE);
}

/** Key of the object that an id belongs to when it stands for what a controller makes; null for any other id. */
export function madeKeyOf(objectId: string): string | null {
  return objectId.startsWith(MADE_FILE)
    ? objectId.slice(MADE_FILE.length, objectId.lastIndexOf('#'))
    : null;
}
