import {
  CLIENT_CERTIFICATE_REF,
  stringAt,
  valueAt,
  type Resolution,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import type { ClientCertificate } from '../types.ts';
import { fieldError } from './field-error.ts';
import { keyPairPath } from './file-paths.ts';
import { clientCertificateInvalidatesGateway } from './versions.ts';
import { resolveSecret, type Resolved } from './resolve-object.ts';

/** What `Gateway.spec.tls.backend.clientCertificateRef` comes to. */
export type ClientCertificateVerdict =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'used';
      readonly certificate: ClientCertificate;
      readonly resolved: Extract<Resolved, { ok: true }>;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'InvalidClientCertificateRef' | 'RefNotPermitted';
      readonly message: string;
      readonly field: FieldPath;
    };

/** The path as the condition prints it: Kubernetes' first letter is made a capital. */
const PRINTED = 'Spec.tls.backend.clientCertificateRef';

/**
 * Kind, group, the Secret itself, and only then the ReferenceGrant.
 *
 * @see NGF graph/gateway.go `validateGatewayTLSBackend`
 */
export function clientCertificateOf(
  { index, references }: Pick<Resolution, 'index' | 'references'>,
  gateway: ManifestObject,
): ClientCertificateVerdict {
  const reference = valueAt(gateway.value, CLIENT_CERTIFICATE_REF);
  if (reference === undefined || reference === null) return { kind: 'none' };
  const kind = stringAt(reference, ['kind']) ?? 'Secret';
  const group = stringAt(reference, ['group']) ?? '';
  if (kind !== 'Secret')
    return refuse(fieldError.notSupported(`${PRINTED}.kind`, kind, ['Secret']), 'kind');
  if (group !== '' && group !== 'core')
    return refuse(fieldError.notSupported(`${PRINTED}.group`, group, ['core', '']), 'group');
  const namespace = stringAt(reference, ['namespace']) ?? gateway.namespace;
  const name = stringAt(reference, ['name']) ?? '';
  const resolved = resolveSecret(index, namespace, name);
  if (!resolved.ok) {
    const value = { Namespace: namespace, Name: name };
    return refuse(fieldError.invalid(PRINTED, value, resolved.message));
  }
  const denied = references.some(
    ({ kind: own, from, permission }) =>
      own === 'clientCertificateRef' && from.objectId === gateway.id && permission === 'denied',
  );
  if (denied)
    return {
      kind: 'refused',
      reason: 'RefNotPermitted',
      message: `secret ref ${namespace}/${name} not permitted by any ReferenceGrant`,
      field: CLIENT_CERTIFICATE_REF,
    };
  return used(resolved, gateway, namespace, name);
}

/**
 * The condition of the Gateway. Before 2.5 the path is printed without its beginning, and the reasons are NGINX
 * Gateway Fabric's own.
 *
 * @see NGF graph/gateway.go `validateGateway` of 2.4, `validateGatewayTLSBackend` since
 */
export function refusedClientCondition(
  { reason, message }: Extract<ClientCertificateVerdict, { kind: 'refused' }>,
  version: string,
): { readonly reason: string; readonly message: string } {
  if (!clientCertificateInvalidatesGateway(version)) return { reason, message };
  return reason === 'RefNotPermitted'
    ? { reason: 'SecretRefNotPermitted', message }
    : { reason: 'SecretRefInvalid', message: message.replace(/^Spec\.tls\./, '') };
}

function refuse(message: string, last?: string): ClientCertificateVerdict {
  const field = last === undefined ? CLIENT_CERTIFICATE_REF : [...CLIENT_CERTIFICATE_REF, last];
  return { kind: 'refused', reason: 'InvalidClientCertificateRef', message, field };
}

function used(
  resolved: Extract<Resolved, { ok: true }>,
  gateway: ManifestObject,
  namespace: string,
  name: string,
): ClientCertificateVerdict {
  const { pair, object } = resolved;
  if (pair === undefined) return { kind: 'none' };
  const path = keyPairPath(namespace, name);
  const materialOf = ({ key, text, field }: typeof pair.key) => {
    const label = `${object.kind} ${object.name}, ${key}`;
    return { pem: text, source: { kind: 'field', field, label }, path } as const;
  };
  const from = { objectId: gateway.id, path: CLIENT_CERTIFICATE_REF };
  return {
    kind: 'used',
    resolved,
    certificate: { chain: materialOf(pair.certificate), key: materialOf(pair.key), from },
  };
}
