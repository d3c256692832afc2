import { dataKeys, objectKey, readDataValue, stringAt, valueAt } from '../../gateway-api/index.ts';
import { setScalar, type ManifestObject } from '../../manifest/index.ts';
import type { FieldPath, Finding } from '../../model/index.ts';
import type { FixContext, FixDraft, ObjectFixMaker } from '../types.ts';
import { appendDocuments } from './append-documents.ts';
import { writtenAt } from './as-written.ts';
import { freeName } from './authority-object.ts';
import { oneFix } from './one-fix.ts';

/** Makes a Secret with a pair one of type kubernetes.io/tls; a CA goes into a ConfigMap. */
export const setSecretType: ObjectFixMaker = (finding, object, context) => {
  const found = referenceAt(finding, object);
  if (found === undefined) return [];
  const { path, name } = found;
  const namespace = stringAt(valueAt(object.value, path), ['namespace']) ?? object.namespace;
  const secret = writtenAt(objectKey('', 'Secret', namespace, name), context);
  if (secret === undefined) return [];
  const keys = dataKeys(secret);
  const isPair = keys.includes('tls.crt') && keys.includes('tls.key');
  const typed = isPair
    ? oneFix(
        `Make Secret ${name} one of type kubernetes.io/tls, for ${object.kind} ${object.name}`,
        setScalar(secret, ['type'], 'kubernetes.io/tls'),
        { effect: 'In a cluster it has to be deleted first: the type of a Secret cannot change.' },
      )
    : [];
  return [...typed, ...intoConfigMap(object, path, secret, context)];
};

/** The reference that the finding's field is in, or the first that names a Secret. */
function referenceAt(
  { field }: Finding,
  object: ManifestObject,
): { readonly path: FieldPath; readonly name: string } | undefined {
  const start = field?.path ?? [];
  for (let length = start.length; length > 0; length -= 1) {
    const path = start.slice(0, length);
    const name = stringAt(valueAt(object.value, path), ['name']);
    if (name !== undefined) return { path, name };
  }
  const path = [...start, 0];
  const name = stringAt(valueAt(object.value, path), ['name']);
  return name === undefined ? undefined : { path, name };
}

function intoConfigMap(
  policy: ManifestObject,
  path: FieldPath,
  secret: ManifestObject,
  context: FixContext,
): readonly FixDraft[] {
  const file = context.workspace.files.find(({ id }) => id === secret.fileId);
  const text = readDataValue(secret, 'ca.crt')?.text;
  if (file === undefined || text === undefined || !path.includes('caCertificateRefs')) return [];
  const { namespace } = secret;
  const name = freeName(secret.name, 'ConfigMap', namespace, context);
  const document = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
    data: { 'ca.crt': text },
  };
  return oneFix(
    `Put the CA of Secret ${secret.name} into a ConfigMap for ${policy.kind} ${policy.name}`,
    [
      ...setScalar(policy, [...path, 'kind'], 'ConfigMap'),
      ...(name === secret.name ? [] : setScalar(policy, [...path, 'name'], name)),
      ...appendDocuments(file, [document]),
    ],
    { effect: 'A CA is no secret; every gateway reads it from a ConfigMap.' },
  );
}
