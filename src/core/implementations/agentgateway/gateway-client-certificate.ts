import {
  CLIENT_CERTIFICATE_REF,
  isObject,
  readDataValue,
  stringAt,
  valueAt,
  type DataValue,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { cleanKeyPair } from '../client-go/clean-key-pair.ts';
import { storedObject } from '../stored-object.ts';
import type { ClientCertificate } from '../types.ts';

/**
 * What the translation of a BackendTLSPolicy makes of the Gateway's client certificate. A refused one is
 * replaced by bytes that are no certificate, so that TLS fails.
 */
export type GatewayClientCertificate =
  | { readonly kind: 'none' }
  | { readonly kind: 'used'; readonly certificate: ClientCertificate }
  | { readonly kind: 'refused'; readonly message: string; readonly field: FieldPath };

const FIELD = 'Gateway.spec.tls.backend.clientCertificateRef';

/**
 * Any written namespace is refused, the Gateway's own too. Of several objections the last one stands.
 *
 * @see agentgateway controller/pkg/agentgateway/plugins/backend_tls_plugin.go
 */
export function gatewayClientCertificate(
  index: ObjectIndex,
  gateway: ManifestObject,
): GatewayClientCertificate {
  const ref = valueAt(gateway.value, CLIENT_CERTIFICATE_REF);
  if (!isObject(ref)) return { kind: 'none' };
  const objections = [
    ...(valueAt(ref, ['namespace']) === undefined
      ? []
      : [refuse('cross namespace reference is not permitted', 'namespace')]),
    ...((stringAt(ref, ['kind']) ?? 'Secret') === 'Secret'
      ? []
      : [refuse('must refer to a Secret', 'kind')]),
    ...((stringAt(ref, ['group']) ?? '') === ''
      ? []
      : [refuse('must use the core API group', 'group')]),
  ];
  return objections.at(-1) ?? readSecret(index, gateway, stringAt(ref, ['name']) ?? '');
}

function readSecret(
  index: ObjectIndex,
  gateway: ManifestObject,
  name: string,
): GatewayClientCertificate {
  const secret = storedObject(index, 'Secret', gateway.namespace, name);
  if (secret === undefined) return refuse('Secret not found');
  const certificate = readDataValue(secret, 'tls.crt');
  const key = readDataValue(secret, 'tls.key');
  const pair = cleanKeyPair(certificate, key);
  if (!pair.ok || certificate === undefined || key === undefined) {
    const cause = pair.ok ? '' : pair.message;
    return refuse(`Secret invalid: invalid TLS secret ${gateway.namespace}/${name}: ${cause}`);
  }
  const from = { objectId: gateway.id, path: CLIENT_CERTIFICATE_REF };
  return { kind: 'used', certificate: clientCertificate(secret, certificate, key, from) };
}

/** The pair of a Secret as it stands there; agentgateway sends it on unchanged. */
export function clientCertificate(
  secret: ManifestObject,
  certificate: DataValue,
  key: DataValue,
  from: ClientCertificate['from'],
): ClientCertificate {
  const material = ({ text, field, key: data }: DataValue) =>
    ({
      pem: text,
      source: { kind: 'field', field, label: `Secret ${secret.name}, ${data}` },
    }) as const;
  return { chain: material(certificate), key: material(key), from };
}

function refuse(
  message: string,
  last?: string,
): Extract<GatewayClientCertificate, { kind: 'refused' }> {
  const field = last === undefined ? CLIENT_CERTIFICATE_REF : [...CLIENT_CERTIFICATE_REF, last];
  return { kind: 'refused', message: `${FIELD} ${message}`, field };
}
