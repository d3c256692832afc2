import { namespacedName, readDataValue, type DataValue } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { binaryText } from '../../verify/der/binary-text.ts';
import { parseCertsPem } from './parse-certs-pem.ts';

/** What a controller makes of the `ca.crt` of an object. `pem` is what it sends to the data plane. */
export type CaCertificate =
  | { readonly ok: true; readonly pem: string; readonly value: DataValue }
  | { readonly ok: false; readonly message: string };

/**
 * The `ca.crt` of a ConfigMap (`data` alone, never `binaryData`) or of a Secret. kgateway and agentgateway
 * share this code; its text says ConfigMap for a Secret too.
 *
 * @see kgateway translator/sslutils `GetCACertFromConfigMap`, agentgateway plugins/tls.go
 */
export function readCaCertificate(object: ManifestObject): CaCertificate {
  const known = readings.get(object) ?? read(object);
  readings.set(object, known);
  return known;
}

/** Objects never change, and parsing certificates is dear. */
const readings = new WeakMap<ManifestObject, CaCertificate>();

function read(object: ManifestObject): CaCertificate {
  const value = readDataValue(object, 'ca.crt');
  if (value === undefined || value.bytes.length === 0 || value.field.path[0] === 'binaryData')
    return { ok: false, message: 'ca.crt key missing' };
  const parsed = parseCertsPem(binaryText(value.bytes));
  if (parsed.ok) return { ok: true, pem: parsed.pem, value };
  const name = namespacedName(object);
  return { ok: false, message: `invalid ca.crt in ConfigMap ${name}: ${parsed.message}` };
}
