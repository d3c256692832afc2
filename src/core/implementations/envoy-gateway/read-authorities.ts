import { itemsAt, stringAt } from '../../gateway-api/index.ts';
import { referencesFrom } from '../../gateway-api/references-from.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath, FieldRef } from '../../model/index.ts';
import type { Material } from '../../pki/types.ts';
import { storedObject } from '../stored-object.ts';
import type { EnvoyGatewayContext } from './context.ts';
import { authorityValue } from './data-keys.ts';
import type { Checked } from './refusal.ts';
import { isSdsSecret, readSdsSecret } from './sds-secret.ts';
import type { Authority } from './tls-settings.ts';

/** The error that makes the policy's ResolvedRefs reason InvalidKind. */
export const UNSUPPORTED_KIND =
  'Unsupported reference kind, supported kinds are ConfigMap, Secret, and ClusterTrustBundle in caCertificateRefs';

/** The error where nothing is in what is referred to. */
export const NO_AUTHORITY = 'no valid CA certificate found in referenced resources';

/** What an error of a reference to another namespace begins with. */
export const NOT_PERMITTED =
  'cross-namespace reference is not permitted by any ReferenceGrant for caCertificateRef';

interface Part {
  readonly object: ManifestObject;
  readonly key: string;
  readonly text: string;
  readonly field: FieldRef;
  readonly at: FieldRef;
}

/**
 * CA certificates of all references, one after the other with a line end between. Nothing looks into them: no
 * PEM, expiry or CA check. The first reference that does not resolve fails all; unsupported kinds are passed over
 * while another one is supported.
 *
 * @param path `caCertificateRefs` of `owner`, a BackendTLSPolicy, Backend or Gateway
 * @see internal/gatewayapi/backendtlspolicy.go `getCaCertsFromCARefs`
 */
export function readAuthorities(
  context: EnvoyGatewayContext,
  owner: ManifestObject,
  path: FieldPath,
): Checked<Authority> {
  const secretName = authoritySecretName(owner);
  const sds = readSdsReference(context, owner, path, secretName);
  if (sds !== null) return sds;
  const parts: Part[] = [];
  let supported = false;
  for (const [index, reference] of itemsAt(owner.value, path).entries()) {
    const at = { objectId: owner.id, path: [...path, index] };
    const kind = stringAt(reference, ['kind']) ?? '';
    const name = stringAt(reference, ['name']) ?? '';
    const namespace = namespaceOf(owner, reference);
    if (namespace !== owner.namespace && isDenied(context, at)) {
      const group = stringAt(reference, ['group']) ?? '';
      const message = `${NOT_PERMITTED} ${group}/${name} (kind: ${kind}, namespace: ${namespace})`;
      return { ok: false, message, at };
    }
    const read = readReference(context, kind, namespace, name);
    if (read === null) continue;
    supported = true;
    if (!read.ok) return { ok: false, message: read.message, at };
    parts.push({ ...read.part, at });
  }
  const at = { objectId: owner.id, path };
  const material = joinParts(parts);
  if (material === null) {
    return { ok: false, message: supported ? NO_AUTHORITY : UNSUPPORTED_KIND, at };
  }
  const from = parts.length === 1 ? (parts[0]?.at ?? at) : at;
  return { ok: true, value: { kind: 'inline', secretName, material, from } };
}

/** Only a Gateway's references lead to another namespace. */
function namespaceOf({ kind, namespace }: ManifestObject, reference: JsonValue): string {
  return (kind === 'Gateway' ? stringAt(reference, ['namespace']) : undefined) ?? namespace;
}

function isDenied({ resolution: { references } }: EnvoyGatewayContext, at: FieldRef): boolean {
  const place = at.path.join('.');
  return referencesFrom(references, at.objectId).some(
    ({ from, permission }) => permission === 'denied' && from.path.join('.') === place,
  );
}

/** The SDS secret's name for the CA certificates of a policy or Backend. */
export function authoritySecretName(owner: ManifestObject): string {
  return `${owner.name}/${owner.namespace}-ca`;
}

type ReadReference =
  | { readonly ok: true; readonly part: Omit<Part, 'at'> }
  | { readonly ok: false; readonly message: string }
  | null;

function readReference(
  context: EnvoyGatewayContext,
  kind: string,
  namespace: string,
  name: string,
): ReadReference {
  if (kind === 'ClusterTrustBundle') return readTrustBundle(context, name);
  if (kind !== 'ConfigMap' && kind !== 'Secret') return null;
  const word = kind.toLowerCase();
  const object = storedObject(context.resolution.index, kind, namespace, name);
  if (object === undefined)
    return { ok: false, message: `${word} ${name} not found in namespace ${namespace}` };
  const value = authorityValue(context, object);
  if (value === undefined) return { ok: false, message: `no ca found in ${word} ${name}` };
  const { key, text, field } = value;
  return { ok: true, part: { object, key, text, field } };
}

function readTrustBundle({ resolution }: EnvoyGatewayContext, name: string): ReadReference {
  const kind = 'certificates.k8s.io/ClusterTrustBundle';
  const object = resolution.index.ofKind(kind).find((one) => one.name === name);
  if (object === undefined) return { ok: false, message: `cluster trust bundle ${name} not found` };
  const path = ['spec', 'trustBundle'];
  const text = stringAt(object.value, path) ?? '';
  const field = { objectId: object.id, path };
  return { ok: true, part: { object, key: 'trustBundle', text, field } };
}

/** A line end only goes between texts: an empty first one adds none. */
function joinParts(parts: readonly Part[]): Material | null {
  const pem = parts.reduce((all, { text }) => (all === '' ? text : `${all}\n${text}`), '');
  const first = parts.find(({ text }) => text !== '');
  if (pem === '' || first === undefined) return null;
  const label = parts
    .map(({ object, key }) => `${object.kind} ${object.name}, ${key}`)
    .join(' and ');
  return { pem, source: { kind: 'field', field: first.field, label }, path: '<inline>' };
}

/** References to SDS servers come alone and need a feature switch; null when there is none. */
function readSdsReference(
  context: EnvoyGatewayContext,
  owner: ManifestObject,
  path: FieldPath,
  secretName: string,
): Checked<Authority> | null {
  const references = itemsAt(owner.value, path).map((reference, index) => {
    const name = stringAt(reference, ['name']) ?? '';
    const isSecret = stringAt(reference, ['kind']) === 'Secret';
    const object = isSecret
      ? storedObject(context.resolution.index, 'Secret', namespaceOf(owner, reference), name)
      : undefined;
    return { object, at: { objectId: owner.id, path: [...path, index] } };
  });
  const [first, second] = references.filter(({ object }) => isSdsSecret(object));
  if (first?.object === undefined) return null;
  const refuse = (message: string): Checked<Authority> => ({ ok: false, message, at: first.at });
  if (!context.config.sdsSecretRefEnabled)
    return refuse('SDS Secret reference is not enabled in EnvoyGateway configuration');
  if (second !== undefined) return refuse('multiple SDS reference secrets are not supported');
  if (references.length > 1)
    return refuse('cannot mix SDS reference secrets with other CA certificate types');
  const read = readSdsSecret(first.object);
  if (!read.ok) return refuse(`invalid SDS reference secret ${first.object.name}: ${read.message}`);
  return { ok: true, value: { kind: 'sds', secretName, sds: read.sds, from: first.at } };
}
