import {
  CLIENT_CERTIFICATE_REF,
  isObject,
  readDataValue,
  stringAt,
  valueAt,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldRef } from '../../model/index.ts';
import { storedObject } from '../stored-object.ts';
import { presented } from './client-settings.ts';
import type { EnvoyGatewayContext } from './context.ts';
import type { PresentedCertificate } from './tls-settings.ts';

/** What `Gateway.spec.tls.backend` comes to; `absent` when the field is not there or the version does not read it. */
export type GatewayClientCertificate =
  | { readonly kind: 'absent' }
  | { readonly kind: 'used'; readonly certificate?: PresentedCertificate }
  | {
      readonly kind: 'refused';
      readonly reason: 'InvalidClientCertificateRef' | 'RefNotPermitted';
      readonly message: string;
      readonly at: FieldRef;
    };

/**
 * Kind, group, ReferenceGrant, the Secret and its two keys, in this order. What stands in the keys is not read. A
 * refused certificate is not replaced by the EnvoyProxy's: traffic flows without one.
 *
 * @see internal/gatewayapi/listener.go `ProcessGatewayTLS`
 */
export function gatewayClientCertificate(
  context: EnvoyGatewayContext,
  gateway: ManifestObject,
): GatewayClientCertificate {
  const backend = valueAt(gateway.value, ['spec', 'tls', 'backend']);
  if (!context.traits.gatewayBackendTls || !isObject(backend)) return { kind: 'absent' };
  const reference = valueAt(gateway.value, CLIENT_CERTIFICATE_REF);
  if (!isObject(reference)) return { kind: 'used' };
  const at = { objectId: gateway.id, path: CLIENT_CERTIFICATE_REF };
  const refuse = (
    message: string,
    reason: 'InvalidClientCertificateRef' | 'RefNotPermitted' = 'InvalidClientCertificateRef',
  ): GatewayClientCertificate => ({ kind: 'refused', reason, message, at });
  const prefix =
    'Invalid backend client certificate reference for gateway: invalid client certificate reference';
  const kind = stringAt(reference, ['kind']) ?? 'Secret';
  if (kind !== 'Secret') return refuse(`${prefix} kind: ${kind}`);
  const group = stringAt(reference, ['group']) ?? '';
  if (group !== '') return refuse(`${prefix} group: ${group}`);
  if (isDenied(context, gateway))
    return refuse(
      'invalid cross-namespace reference to backend client certificate',
      'RefNotPermitted',
    );
  const namespace = stringAt(reference, ['namespace']) ?? gateway.namespace;
  const name = stringAt(reference, ['name']) ?? '';
  const secret = storedObject(context.resolution.index, 'Secret', namespace, name);
  if (secret === undefined) return refuse('failed to get backend client certs for gateway');
  const hasKeys = ['tls.crt', 'tls.key'].every((key) => readDataValue(secret, key)?.text);
  if (!hasKeys)
    return refuse(
      `invalid backend client cert secret for gateway: secret ${namespace}/${name} must contain 'tls.crt' and 'tls.key' fields`,
    );
  const certificate = presented(context, secret, at);
  return certificate.ok
    ? { kind: 'used', certificate: certificate.value }
    : refuse(certificate.message);
}

function isDenied({ resolution }: EnvoyGatewayContext, gateway: ManifestObject): boolean {
  return resolution.references.some(
    ({ kind, from, permission }) =>
      kind === 'clientCertificateRef' && from.objectId === gateway.id && permission === 'denied',
  );
}
