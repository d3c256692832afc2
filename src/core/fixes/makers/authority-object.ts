import { groups, kinds, objectKey, readDataValue } from '../../gateway-api/index.ts';
import type { JsonObject } from '../../manifest/types.ts';
import type { FixCertificate, FixContext } from '../types.ts';
import { authoritiesOf } from './presented.ts';

/** A ConfigMap whose ca.crt verifies a leaf; `added` when it has to be made. */
export interface AuthorityObject {
  readonly name: string;
  readonly added?: JsonObject;
}

/** The ConfigMap of a namespace that holds a CA above `leaf`, else a new one; undefined when no CA is known. */
export function authorityObject(
  leaf: FixCertificate,
  namespace: string,
  base: string,
  context: FixContext,
): AuthorityObject | undefined {
  const authorities = authoritiesOf(leaf, context);
  const [best] = authorities;
  if (best === undefined) return undefined;
  const present = context.index
    .ofKind(kinds.configMap)
    .filter((object) => object.namespace === namespace)
    .find((object) => {
      const field = readDataValue(object, 'ca.crt')?.field.path.join('/');
      return best.places.some(
        (place) => place.field?.objectId === object.id && place.field.path.join('/') === field,
      );
    });
  if (present !== undefined) return { name: present.name };
  const name = freeName(`${base}-ca`, 'ConfigMap', namespace, context);
  const metadata = { name, namespace };
  const data = { 'ca.crt': best.pem.endsWith('\n') ? best.pem : `${best.pem}\n` };
  return { name, added: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data } };
}

/** `base`, or with a number behind it when an object of that name is there. */
export function freeName(
  base: string,
  kind: 'ConfigMap' | 'BackendTLSPolicy',
  namespace: string,
  { index }: FixContext,
): string {
  const group = kind === 'ConfigMap' ? '' : groups.gateway;
  const taken = (name: string): boolean => index.byKey.has(objectKey(group, kind, namespace, name));
  let name = base;
  for (let number = 2; taken(name); number += 1) name = `${base}-${String(number)}`;
  return name;
}
