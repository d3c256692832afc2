import type { ManifestObject } from '../../manifest/types.ts';
import { objectAt, stringAt } from '../json.ts';
import { madeSecret } from './made-secret.ts';
import type { Maker } from './types.ts';

/**
 * What a SealedSecret makes: a Secret of its own name and namespace, whatever its template says of them. A template's key
 * with null leaves a sealed one out.
 *
 * @see sealed-secrets pkg/apis/sealedsecrets/v1alpha1/sealedsecret_expansion.go `Unseal`
 */
export function sealedSecret(object: ManifestObject): readonly Maker[] {
  const { value, name } = object;
  const sealed = Object.keys(objectAt(value, ['spec', 'encryptedData']) ?? {});
  const template = Object.entries(objectAt(value, ['spec', 'template', 'data']) ?? {});
  const dropped = template.flatMap(([key, text]) => (text === null ? key : []));
  const all = new Set([...sealed, ...template.map(([key]) => key)]);
  const keys = [...all].filter((key) => !dropped.includes(key));
  const type = stringAt(value, ['spec', 'template', 'type']) ?? 'Opaque';
  return [madeSecret(object, 'Sealed Secrets', { name, type, keys })];
}
