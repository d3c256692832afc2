import { itemsAt, readDataValue, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath, FieldRef } from '../../model/index.ts';
import { storedObject } from '../stored-object.ts';
import type { Sourced } from '../types.ts';
import type { EnvoyGatewayContext } from './context.ts';
import type { Checked } from './refusal.ts';
import { isSdsSecret, readSdsSecret } from './sds-secret.ts';
import type { ClientSettings, PresentedCertificate } from './tls-settings.ts';

/** A BackendTLSConfig with the object each of its fields comes from. */
export interface ClientSettingsSource {
  readonly value: JsonValue | undefined;
  readonly from: (field: string) => FieldRef;
  readonly owner: Pick<ManifestObject, 'kind' | 'namespace' | 'name'>;
}

/**
 * Client certificate and TLS parameters of a Backend or EnvoyProxy. The Secret must be in the owner's namespace,
 * which no ReferenceGrant changes; its type and contents are not looked at.
 *
 * @see internal/gatewayapi/backendtlspolicy.go `processClientTLSSettings`
 */
export function readClientSettings(
  context: EnvoyGatewayContext,
  source: ClientSettingsSource,
): Checked<ClientSettings> {
  const parameters = {
    ...text(source, 'minVersion'),
    ...text(source, 'maxVersion'),
    ...list(source, 'ciphers'),
    ...list(source, 'ecdhCurves'),
    ...list(source, 'signatureAlgorithms'),
    ...list(source, 'alpnProtocols', true),
  };
  const reference = valueAt(source.value, ['clientCertificateRef']);
  if (reference === undefined || reference === null) return { ok: true, value: parameters };
  const at = source.from('clientCertificateRef');
  const { kind, namespace: own, name: ownName } = source.owner;
  const namespace = stringAt(reference, ['namespace']) ?? own;
  const name = stringAt(reference, ['name']) ?? '';
  if (namespace !== own) return { ok: false, message: otherNamespace(kind, namespace, own), at };
  const secret = storedObject(context.resolution.index, 'Secret', namespace, name);
  if (secret === undefined) {
    const message = `failed to locate TLS secret for client auth: ${own}/${name} specified in ${kind} ${own}/${ownName}`;
    return { ok: false, message, at };
  }
  const certificate = presented(context, secret, at);
  if (!certificate.ok) return certificate;
  return { ok: true, value: { ...parameters, certificate: certificate.value } };
}

function otherNamespace(kind: string, found: string, own: string): string {
  return `ClientCertificateRef Secret is not located in the same namespace as ${kind}. Secret namespace: ${found} does not match ${kind} namespace: ${own}`;
}

/** `tls.crt` and `tls.key` as they stand, or the SDS server the Secret names. */
export function presented(
  { config }: EnvoyGatewayContext,
  secret: ManifestObject,
  at: FieldRef,
): Checked<PresentedCertificate> {
  if (isSdsSecret(secret)) {
    if (!config.sdsSecretRefEnabled) {
      const message = 'SDS Secret reference is not enabled in EnvoyGateway configuration';
      return { ok: false, message, at };
    }
    const read = readSdsSecret(secret);
    if (!read.ok)
      return { ok: false, message: `invalid SDS reference secret: ${read.message}`, at };
    return { ok: true, value: { kind: 'sds', sds: read.sds, from: at } };
  }
  const materialOf = (key: string) => {
    const value = readDataValue(secret, key);
    const field = value?.field ?? { objectId: secret.id, path: ['data', key] };
    const label = `Secret ${secret.name}, ${key}`;
    return {
      pem: value?.text ?? '',
      source: { kind: 'field', field, label },
      path: '<inline>',
    } as const;
  };
  const secretName = `${secret.namespace}/${secret.name}`;
  const certificate = { chain: materialOf('tls.crt'), key: materialOf('tls.key'), from: at };
  return { ok: true, value: { kind: 'inline', secretName, certificate } };
}

function text<Field extends string>(
  { value, from }: ClientSettingsSource,
  field: Field,
): Partial<Record<Field, Sourced<string>>> {
  const found = stringAt(value, [field]);
  return found === undefined ? {} : record(field, { value: found, from: from(field) });
}

/** An empty list says nothing, except for ALPN. */
function list<Field extends string>(
  { value, from }: ClientSettingsSource,
  field: Field,
  keepEmpty = false,
): Partial<Record<Field, Sourced<readonly string[]>>> {
  if (!Array.isArray(valueAt(value, [field]))) return {};
  const found = itemsAt(value, [field]).filter((entry) => typeof entry === 'string');
  if (found.length === 0 && !keepEmpty) return {};
  return record(field, { value: found, from: from(field) });
}

function record<Field extends string, Value>(
  field: Field,
  value: Value,
): Partial<Record<Field, Value>> {
  const made: Partial<Record<Field, Value>> = {};
  made[field] = value;
  return made;
}

/** The settings of one object's field, e.g. `Backend.spec.tls`. */
export function settingsSource(object: ManifestObject, path: FieldPath): ClientSettingsSource {
  return {
    value: valueAt(object.value, path),
    from: (field) => ({ objectId: object.id, path: [...path, field] }),
    owner: object,
  };
}

/** Field by field, what the Backend says goes before what the Gateway's level says. */
export function mergeClientSettings(
  backend: ClientSettings,
  gateway: ClientSettings,
): ClientSettings {
  return { ...gateway, ...backend };
}
