import type { JsonValue, ManifestObject } from '../manifest/types.ts';

/** `-----BEGIN` and its base64 form, which is the same for every PEM text. */
const PEM = /-----BEGIN |LS0tLS1CRUdJTi/;

function holdsPem(data: JsonValue | undefined): boolean {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return false;
  return Object.values(data).some((value) => typeof value === 'string' && PEM.test(value));
}

/**
 * Whether a ConfigMap or Secret holds certificates or keys. Others (an `nginx.conf`, a password) stay
 * in the tree and out of the graph: the graph shows request paths and who proves what to whom, and
 * a configuration file is read by the workload that is already there.
 */
export function carriesIdentity(object: ManifestObject): boolean {
  if (object.group !== '' || (object.kind !== 'ConfigMap' && object.kind !== 'Secret'))
    return false;
  const { type, data, stringData, binaryData } = object.value;
  if (object.kind === 'Secret' && type === 'kubernetes.io/tls') return true;
  return holdsPem(data) || holdsPem(stringData) || holdsPem(binaryData);
}
