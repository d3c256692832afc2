import {
  hasRefusedValue,
  namespacedName,
  readDataValue,
  stringAt,
  type DataValue,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import { objectKey } from '../../manifest/object-key.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { admitCaBundle, validateCa } from './admit-ca-bundle.ts';
import { admitClientSecret } from './admit-client-secret.ts';

/** What the resolver of the control plane says about a Secret or ConfigMap. */
export type Resolved =
  | {
      readonly ok: true;
      readonly object: ManifestObject;
      /** `ca.crt` and the bytes written to the data plane; absent in a Secret without it. */
      readonly authority?: { readonly value: DataValue; readonly bundle: Uint8Array };
      /** `tls.crt` and `tls.key` of a Secret. */
      readonly pair?: { readonly certificate: DataValue; readonly key: DataValue };
      /** The verdict on the pair that the check of ca.crt overwrote. */
      readonly hiddenError?: string;
    }
  | { readonly ok: false; readonly message: string };

/**
 * `ConfigMap.ca.crt` as the control plane resolves it. An object that the API server would refuse does not
 * exist for it.
 *
 * @see NGF state/resolver/configmaps.go, resolver.go
 */
export function resolveConfigMap(index: ObjectIndex, namespace: string, name: string): Resolved {
  const object = index.byKey.get(objectKey('', 'ConfigMap', namespace, name));
  if (object === undefined || hasRefusedValue(object))
    return {
      ok: false,
      message: `ConfigMap ${namespace}/${name} does not exist, or is missing an expected key`,
    };
  return once(object, readConfigMap);
}

/**
 * A Secret as the control plane resolves it: type kubernetes.io/tls only, the pair through Go's
 * `tls.X509KeyPair`, then `ca.crt` if it is there, whose verdict replaces the pair's.
 *
 * @see NGF state/resolver/secrets.go `validate`
 */
export function resolveSecret(index: ObjectIndex, namespace: string, name: string): Resolved {
  const object = index.byKey.get(objectKey('', 'Secret', namespace, name));
  if (object === undefined || hasRefusedValue(object))
    return { ok: false, message: `Secret ${namespace}/${name} does not exist` };
  return once(object, readSecret);
}

/**
 * A Secret with CAs of a listener's clients, which may be Opaque: then its `ca.crt` must be there and is not looked at.
 *
 * @see NGF state/resolver/secrets.go `validateOpaqueSecret`
 */
export function resolveListenerAuthority(
  index: ObjectIndex,
  namespace: string,
  name: string,
): { readonly ok: true } | Extract<Resolved, { ok: false }> {
  const object = index.byKey.get(objectKey('', 'Secret', namespace, name));
  if (object === undefined || secretType(object) !== 'Opaque')
    return resolveSecret(index, namespace, name);
  const { length } = readDataValue(object, 'ca.crt')?.bytes ?? [];
  const message = `opaque secret ${namespace}/${name} does not contain the expected key "ca.crt"`;
  return length === 0 ? { ok: false, message } : { ok: true };
}

/** The API server writes Opaque where no type is given. */
function secretType(object: ManifestObject): string {
  return stringAt(object.value, ['type']) ?? 'Opaque';
}

/** Verdicts hang on the object, which never changes: an edit elsewhere asks for no certificate again. */
const verdicts = new WeakMap<ManifestObject, Resolved>();

function once(object: ManifestObject, read: (object: ManifestObject) => Resolved): Resolved {
  const verdict = verdicts.get(object) ?? read(object);
  verdicts.set(object, verdict);
  return verdict;
}

function readConfigMap(object: ManifestObject): Resolved {
  const value = readDataValue(object, 'ca.crt');
  const admission = admitCaBundle(value?.bytes ?? new Uint8Array());
  if (!admission.ok || value === undefined)
    return { ok: false, message: admission.ok ? '' : admission.message };
  return { ok: true, object, authority: { value, bundle: admission.bundle } };
}

function readSecret(object: ManifestObject): Resolved {
  const type = secretType(object);
  if (type !== 'kubernetes.io/tls')
    return { ok: false, message: `unsupported secret type "${type}"` };
  const certificate = readDataValue(object, 'tls.crt');
  const key = readDataValue(object, 'tls.key');
  // The API server refuses a Secret of this type without both keys.
  if (certificate === undefined || key === undefined)
    return { ok: false, message: `Secret ${namespacedName(object)} does not exist` };
  const ca = readDataValue(object, 'ca.crt');
  const pairError = admitClientSecret(certificate.bytes, key.bytes);
  const pair = { certificate, key };
  if (ca === undefined)
    return pairError === null ? { ok: true, object, pair } : { ok: false, message: pairError };
  const admission = validateCa(ca.bytes);
  if (!admission.ok) return { ok: false, message: admission.message };
  const authority = { value: ca, bundle: admission.bundle };
  return pairError === null
    ? { ok: true, object, pair, authority }
    : { ok: true, object, pair, authority, hiddenError: pairError };
}
