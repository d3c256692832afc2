import type { ManifestObject } from '../manifest/types.ts';
import { itemsAt, objectAt, stringAt } from './json.ts';
import { rememberByIdentity } from './remember-by-identity.ts';
import type { ObjectIndex, ReferenceTarget } from './types.ts';

/** An object whose controller writes a Secret or ConfigMap into the cluster. */
export interface Maker {
  readonly object: ManifestObject;
  /** `cert-manager Certificate shop/catalog`. */
  readonly text: string;
  readonly makes: Pick<ReferenceTarget, 'kind' | 'name'> & {
    /** Null: in every namespace that it selects. */
    readonly namespace: string | null;
  };
  /** Data keys it writes; null where its source decides them. */
  readonly keys: readonly string[] | null;
}

type ReadMaker = (object: ManifestObject) => readonly Maker[];

/** By `group/Kind`. Issuers and ClusterIssuers sign, but what they make is named by a Certificate. */
const readers: Readonly<Record<string, ReadMaker>> = {
  'cert-manager.io/Certificate': certificate,
  'external-secrets.io/ExternalSecret': externalSecret,
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

/** cert-manager pkg/apis/certmanager/v1: `secretName` is required; ca.crt is there when the issuer knows its CA. */
function certificate(object: ManifestObject): readonly Maker[] {
  const name = stringAt(object.value, ['spec', 'secretName']);
  if (name === undefined) return [];
  return [secret(object, 'cert-manager', name, ['ca.crt', 'tls.crt', 'tls.key'])];
}

/** external-secrets apis/externalsecrets/v1: `target.name` defaults to the object's own; Merge and None create nothing. */
function externalSecret(object: ManifestObject): readonly Maker[] {
  const { value } = object;
  const policy = stringAt(value, ['spec', 'target', 'creationPolicy']) ?? 'Owner';
  if (policy === 'Merge' || policy === 'None') return [];
  const name = stringAt(value, ['spec', 'target', 'name']) ?? object.name;
  const template = objectAt(value, ['spec', 'target', 'template', 'data']);
  const listed = itemsAt(value, ['spec', 'data']).flatMap(
    (item) => stringAt(item, ['secretKey']) ?? [],
  );
  const open = itemsAt(value, ['spec', 'dataFrom']).length > 0;
  const keys = template === undefined ? listed : Object.keys(template);
  return [secret(object, 'External Secrets', name, open && template === undefined ? null : keys)];
}

/** sealed-secrets pkg/apis/sealedsecrets/v1alpha1: the Secret has the SealedSecret's own name and namespace. */
function sealedSecret(object: ManifestObject): readonly Maker[] {
  const sealed = Object.keys(objectAt(object.value, ['spec', 'encryptedData']) ?? {});
  const plain = Object.keys(objectAt(object.value, ['spec', 'template', 'data']) ?? {});
  return [secret(object, 'Sealed Secrets', object.name, [...new Set([...sealed, ...plain])])];
}

/** trust-manager pkg/apis/trust/v1alpha1: a Bundle is cluster-scoped and syncs an object of its own name. */
function bundle(object: ManifestObject): readonly Maker[] {
  const labels = objectAt(object.value, ['spec', 'target', 'namespaceSelector', 'matchLabels']);
  const named = labels?.['kubernetes.io/metadata.name'];
  const namespace = typeof named === 'string' ? named : null;
  return (['configMap', 'secret'] as const).flatMap((part) => {
    const key = stringAt(object.value, ['spec', 'target', part, 'key']);
    if (key === undefined) return [];
    const kind = part === 'secret' ? 'Secret' : 'ConfigMap';
    const text = `trust-manager Bundle ${object.name}`;
    return [{ object, text, makes: { kind, name: object.name, namespace }, keys: [key] }];
  });
}

function secret(
  object: ManifestObject,
  controller: string,
  name: string,
  keys: readonly string[] | null,
): Maker {
  const { kind, namespace } = object;
  const text = `${controller} ${kind} ${namespace}/${object.name}`;
  return { object, text, makes: { kind: 'Secret', name, namespace }, keys };
}
