import { createGrantChecker, objectKey, referenceGrantManifest } from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import { readObjectKey, type ObjectName } from './find-object.ts';
import { placeDocument, type Placed } from './new-documents.ts';
import { effectOn } from './outcome.ts';
import type { EditEffect, EditSource } from './types.ts';

/** A reference across namespaces that a ReferenceGrant has to permit. */
export interface Crossing {
  readonly from: Pick<ManifestObject, 'group' | 'kind' | 'namespace' | 'name'>;
  readonly to: ObjectName;
}

/** Grants that are added, and the effects that tell of them. */
export interface AddedGrants extends Placed {
  readonly effects: readonly EditEffect[];
}

const GRANTS = 'gateway.networking.k8s.io';

/** One ReferenceGrant for each crossing that none permits, beside its target where that is among the files. */
export function addGrants(
  source: EditSource,
  crossings: readonly Crossing[],
  fallbackFileId: string,
): AddedGrants {
  const isGranted = createGrantChecker(source.index);
  const missing = crossings.filter(
    ({ from, to }) => from.namespace !== to.namespace && !isGranted(from, to),
  );
  const once = new Map(
    missing.map((one) => [`${one.from.kind} ${one.from.namespace} ${one.to.key}`, one]),
  );
  const placed = [...once.values()].map(({ from, to }) => {
    const manifest = referenceGrantManifest(freeName(source, from.name, to), from, to);
    const fileId = source.index.byKey.get(to.key)?.fileId ?? fallbackFileId;
    const stem = `${from.name}-to-${to.name}`;
    const at = placeDocument(source, manifest, to.namespace, fileId, stem);
    const name = `${freeName(source, from.name, to)}-to-${to.name}`;
    const key = objectKey(GRANTS, 'ReferenceGrant', to.namespace, name);
    const grant = { key, kind: 'ReferenceGrant', namespace: to.namespace, name };
    return { ...at, effect: effectOn('added', grant) };
  });
  return {
    edits: placed.flatMap(({ edits }) => edits),
    files: placed.flatMap(({ files }) => files),
    effects: placed.map(({ effect }) => effect),
  };
}

/** The name of who refers, with a number where a grant of that name stands already. */
function freeName({ index }: EditSource, name: string, to: ObjectName): string {
  const isTaken = (candidate: string) =>
    index.byKey.has(
      objectKey(GRANTS, 'ReferenceGrant', to.namespace, `${candidate}-to-${to.name}`),
    );
  let candidate = name;
  for (let count = 2; isTaken(candidate); count += 1) candidate = `${name}-${String(count)}`;
  return candidate;
}

/** What a key names; the key comes from the index, so it can be read. */
export function nameOfKey(key: string): ObjectName {
  return readObjectKey(key) ?? { key, group: '', kind: '', namespace: '', name: key };
}
