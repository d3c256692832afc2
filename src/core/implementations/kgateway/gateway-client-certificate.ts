import {
  CLIENT_CERTIFICATE_REF,
  isObject,
  readDataValue,
  stringAt,
  valueAt,
  type DataValue,
  type Resolution,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { cleanKeyPair } from '../client-go/clean-key-pair.ts';
import { storedObject } from '../stored-object.ts';
import type { ClientCertificate } from '../types.ts';

/** What became of `Gateway.spec.tls.backend.clientCertificateRef`. A refused one leaves traffic without it. */
export type GatewayClientCertificate =
  | { readonly kind: 'none' }
  | { readonly kind: 'used'; readonly certificate: ClientCertificate }
  | {
      readonly kind: 'refused';
      readonly reason: 'InvalidClientCertificateRef' | 'RefNotPermitted';
      readonly message: string;
      readonly field: FieldPath;
    };

/**
 * Kind and group, ReferenceGrant, the Secret (of any type), then its pair.
 *
 * @see kgateway gatewaytls/backend.go `ResolveBackendClientCertificate`
 */
export function gatewayClientCertificate(
  { index, references }: Pick<Resolution, 'index' | 'references'>,
  gateway: ManifestObject,
): GatewayClientCertificate {
  const reference = valueAt(gateway.value, CLIENT_CERTIFICATE_REF);
  if (!isObject(reference)) return { kind: 'none' };
  const kind = stringAt(reference, ['kind']) ?? 'Secret';
  const group = stringAt(reference, ['group']) ?? '';
  const namespace = stringAt(reference, ['namespace']) ?? gateway.namespace;
  const name = stringAt(reference, ['name']) ?? '';
  if (group !== '' || kind !== 'Secret') {
    const what = group === '' ? `kind "${kind}"` : `"${group}"/"${kind}"`;
    return invalid(
      `unsupported backend client certificate ref ${what} for ${namespace}/${name}: only core Secret references are supported`,
    );
  }
  const denied = references.some(
    ({ kind: own, from, permission }) =>
      own === 'clientCertificateRef' && from.objectId === gateway.id && permission === 'denied',
  );
  if (denied) {
    const message = `cannot reference secret ${namespace}/${name} : missing reference grant`;
    return { kind: 'refused', reason: 'RefNotPermitted', message, field: CLIENT_CERTIFICATE_REF };
  }
  const secret = storedObject(index, 'Secret', namespace, name);
  if (secret === undefined) return invalid(`Secret ${namespace}/${name} not found.`);
  return readPair(gateway, secret);
}

function readPair(gateway: ManifestObject, secret: ManifestObject): GatewayClientCertificate {
  const certificate = readDataValue(secret, 'tls.crt');
  const key = readDataValue(secret, 'tls.key');
  const prefix = `invalid TLS secret ${secret.namespace}/${secret.name}: `;
  if (isEmpty(certificate)) return invalid(`${prefix}tls.crt is required`);
  if (isEmpty(key)) return invalid(`${prefix}tls.key is required`);
  const pair = cleanKeyPair(certificate, key);
  if (!pair.ok) return invalid(`${prefix}${pair.message}`);
  const material = (pem: string, { field, key: data }: DataValue) =>
    ({ pem, source: { kind: 'field', field, label: `Secret ${secret.name}, ${data}` } }) as const;
  return {
    kind: 'used',
    certificate: {
      chain: material(pair.chain, certificate),
      key: material(key.text, key),
      from: { objectId: gateway.id, path: CLIENT_CERTIFICATE_REF },
    },
  };
}

function isEmpty(value: DataValue | undefined): value is undefined {
  return value === undefined || value.bytes.length === 0;
}

function invalid(message: string): GatewayClientCertificate {
  const reason = 'InvalidClientCertificateRef';
  return { kind: 'refused', reason, message, field: CLIENT_CERTIFICATE_REF };
}
