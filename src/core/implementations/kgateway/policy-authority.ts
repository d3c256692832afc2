import { isObject, itemsAt, stringAt, type ObjectIndex } from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import { readCaCertificate } from '../client-go/read-ca-certificate.ts';
import { storedObject } from '../stored-object.ts';
import type { TrustSource } from '../types.ts';
import type { TlsPolicyError } from './tls-policy-error.ts';
import type { KgatewayFeatures } from './versions.ts';

/** Where a BackendTLSPolicy gets its trust anchors from, or why it gets none. */
export type PolicyAuthority =
  | { readonly ok: true; readonly trust: TrustSource }
  | { readonly ok: false; readonly error: TlsPolicyError };

const VALIDATION = ['spec', 'validation'];
const REFS = [...VALIDATION, 'caCertificateRefs'];

/**
 * `wellKnownCACertificates: System`, else the first of `caCertificateRefs`; further references and the group
 * of a reference are never looked at.
 *
 * @see kgateway extensions2/plugins/backendtlspolicy/plugin.go `buildTranslateFunc`
 */
export function policyAuthority(
  index: ObjectIndex,
  policy: ManifestObject,
  features: KgatewayFeatures,
): PolicyAuthority {
  const wellKnown = stringAt(policy.value, [...VALIDATION, 'wellKnownCACertificates']);
  if (wellKnown === 'System' && features.configPolicy) {
    const from = { objectId: policy.id, path: [...VALIDATION, 'wellKnownCACertificates'] };
    return { ok: true, trust: { kind: 'system', from } };
  }
  const [reference] = itemsAt(policy.value, REFS);
  if (isObject(reference)) return fromReference(index, policy, reference, features);
  return failed('Invalid', 'invalid validation spec', VALIDATION);
}

function fromReference(
  index: ObjectIndex,
  policy: ManifestObject,
  reference: JsonValue,
  features: KgatewayFeatures,
): PolicyAuthority {
  const written = stringAt(reference, ['kind']) ?? '';
  // Before 2.2 the name was looked up among ConfigMaps, whatever kind was written.
  const kind = written === '' || !features.secretAuthority ? 'ConfigMap' : written;
  if (kind !== 'ConfigMap' && kind !== 'Secret') {
    const group = stringAt(reference, ['group']) ?? '';
    const within = group === '' ? '' : ` in group "${group}"`;
    const message = `unsupported certificate reference kind "${kind}"${within}`;
    return failed('InvalidKind', message, [...REFS, 0, 'kind']);
  }
  const name = stringAt(reference, ['name']) ?? '';
  const refuse = (cause: string): PolicyAuthority =>
    features.gatewayAncestors
      ? failed('InvalidCACertificateRef', `invalid CA certificate ref ${kind}/${name}: ${cause}`)
      : failed('Invalid', cause);
  const object = storedObject(index, kind, policy.namespace, name);
  if (object === undefined) return refuse(notFound(kind, `${policy.namespace}/${name}`));
  const authority = readCaCertificate(object);
  if (!authority.ok)
    return refuse(
      features.gatewayAncestors ? authority.message : tlsConfigError(authority.message),
    );
  const { pem, value } = authority;
  const label = `${object.kind} ${object.name}, ca.crt`;
  const material = { pem, source: { kind: 'field', field: value.field, label } } as const;
  const from = { objectId: policy.id, path: [...REFS, 0] };
  return { ok: true, trust: { kind: 'bundle', material, from } };
}

function notFound(kind: 'ConfigMap' | 'Secret', name: string): string {
  return kind === 'Secret'
    ? `Secret not found: Secret ${name} not found`
    : `ConfigMap not found: ${name}`;
}

function tlsConfigError(message: string): string {
  return `TLS config error: ${message}`;
}

function failed(
  kind: TlsPolicyError['kind'],
  message: string,
  field: TlsPolicyError['field'] = [...REFS, 0],
): PolicyAuthority {
  return { ok: false, error: { kind, message, field } };
}
