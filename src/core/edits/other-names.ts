import { objectKey, podTemplatePath, stringAt } from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import type { FieldPath } from '../model/index.ts';
import type { NamingField } from './naming-field.ts';

/** A field that holds nothing but the name of an object of a certain kind in the same namespace. */
interface PlainName {
  readonly path: FieldPath;
  readonly group: string;
  readonly kind: string;
  readonly role: NamingField['role'];
}

const secret = (path: FieldPath, role: NamingField['role'] = 'reference'): PlainName => ({
  path,
  group: '',
  kind: 'Secret',
  role,
});

/**
 * Names that are not references of the Gateway API: what makes a Secret names the Secret (cert-manager `Certificate`,
 * External Secrets), an issuer its CA, a StatefulSet its Service.
 */
const PLAIN_NAMES: Readonly<Record<string, readonly PlainName[]>> = {
  'cert-manager.io/Certificate': [secret(['spec', 'secretName'], 'maker')],
  'cert-manager.io/Issuer': [secret(['spec', 'ca', 'secretName'])],
  'external-secrets.io/ExternalSecret': [secret(['spec', 'target', 'name'], 'maker')],
  'apps/StatefulSet': [
    { path: ['spec', 'serviceName'], group: '', kind: 'Service', role: 'reference' },
  ],
};

/** Fields of `object` that hold the plain name of another one. */
export function otherNames(object: ManifestObject): readonly NamingField[] {
  const { group, kind } = object;
  return [...(PLAIN_NAMES[`${group}/${kind}`] ?? []), ...accountName(object)]
    .flatMap((named) => {
      const name = stringAt(object.value, named.path);
      return name === undefined || name === '' ? [] : [fieldOf(object, named, name)];
    })
    .concat(issuerName(object));
}

function accountName(object: ManifestObject): readonly PlainName[] {
  const template = podTemplatePath(object);
  if (template === undefined) return [];
  const path = [...template, 'spec', 'serviceAccountName'];
  return [{ path, group: '', kind: 'ServiceAccount', role: 'reference' }];
}

/** cert-manager: `kind` is Issuer and `group` is its own where they are not written. */
function issuerName(object: ManifestObject): readonly NamingField[] {
  const path = ['spec', 'issuerRef'];
  const name = stringAt(object.value, [...path, 'name']);
  if (`${object.group}/${object.kind}` !== 'cert-manager.io/Certificate' || name === undefined)
    return [];
  const kind = stringAt(object.value, [...path, 'kind']) ?? 'Issuer';
  const group = stringAt(object.value, [...path, 'group']) ?? 'cert-manager.io';
  const namespace = kind === 'ClusterIssuer' ? '' : object.namespace;
  return [
    {
      object,
      path,
      namePath: [...path, 'name'],
      targetKey: objectKey(group, kind, namespace, name),
      role: 'reference',
      crossing: 'forbidden',
    },
  ];
}

function fieldOf(object: ManifestObject, named: PlainName, name: string): NamingField {
  const { path, group, kind, role } = named;
  const targetKey = objectKey(group, kind, object.namespace, name);
  return { object, path, namePath: path, targetKey, role, crossing: 'forbidden' };
}
