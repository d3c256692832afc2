import {
  isMade,
  makerOf,
  namespacedName,
  readDataValue,
  type Reference,
} from '../../../gateway-api/index.ts';
import type { ObjectIndex } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { cleanKeyPair } from '../../client-go/clean-key-pair.ts';
import { rememberByIdentity } from '../../../gateway-api/remember-by-identity.ts';
import { storedObject } from '../../stored-object.ts';
import type { TlsCause } from './tls-causes.ts';

/**
 * What is wrong with one `certificateRef` of a listener: kind and group, ReferenceGrant, the Secret (of any type),
 * then its pair.
 *
 * @see kgateway pkg/krtcollections/secrets.go `GetSecret`, translator/sslutils `ValidateTlsSecretData`
 */
export function certificateCause(
  index: ObjectIndex,
  { target, permission }: Reference,
): TlsCause | undefined {
  const { group, kind, namespace, name } = target;
  if (group !== '' || kind !== 'Secret')
    return { kind: 'other', text: `internal error looking up secret ${namespace}/${name}` };
  if (permission === 'denied') return { kind: 'grant', text: 'missing reference grant' };
  const secret = storedObject(index, 'Secret', namespace, name);
  // A controller makes it.
  if (secret === undefined && makerOf(index, target) !== undefined) return undefined;
  if (secret === undefined)
    return {
      kind: 'other',
      text: `Secret ${namespace}/${name} not found`,
      missing: `Secret ${namespace}/${name}`,
    };
  return pairCause(secret).cause;
}

/** A pair is parsed once for all listeners that present it. */
const pairCause = rememberByIdentity((secret: ManifestObject): { readonly cause?: TlsCause } => {
  const [certificate, key, authority] = ['tls.crt', 'tls.key', 'ca.crt'].map((name) =>
    readDataValue(secret, name),
  );
  const holds = (value: typeof certificate): boolean => (value?.bytes.length ?? 0) > 0;
  if (!holds(certificate) && !holds(key) && holds(authority)) return {};
  // What a controller will put there is not known.
  if (isMade(secret) && !holds(certificate)) return {};
  const pair = cleanKeyPair(certificate, key);
  if (pair.ok) return {};
  return {
    cause: {
      kind: 'secret',
      text: `invalid TLS secret ${namespacedName(secret)}: ${pair.message}`,
    },
  };
});
