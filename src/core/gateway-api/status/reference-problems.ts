import { readDataValue } from '../data-value.ts';
import { goPemBlocks } from '../../verify/go/pem.ts';
import { binaryText } from '../../verify/der/binary-text.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ObjectIndex, Reference } from '../types.ts';

/**
 * Why a reference to a Secret with a certificate and its key is not resolved. The grant is asked first; then come
 * kind, existence, the keys `tls.crt` and `tls.key`, and whether both hold PEM (gateway_types.go L533-561,
 * L1293-1342; conformance GatewayInvalidTLSConfiguration). Whether the pair matches is left to implementations.
 *
 * @param reason what an allowed but unusable reference gets
 */
export function pairProblem(
  index: ObjectIndex,
  { permission, target }: Reference,
  reason: 'InvalidCertificateRef' | 'InvalidClientCertificateRef',
): string | undefined {
  if (permission === 'denied') return 'RefNotPermitted';
  const secret = isCore(target.group) && target.kind === 'Secret' ? target.objectId : undefined;
  const object = index.byId.get(secret ?? '');
  if (object === undefined) return reason;
  const sound =
    hasPem(object, 'tls.crt', (label) => label === 'CERTIFICATE') &&
    hasPem(object, 'tls.key', (label) => label.endsWith('PRIVATE KEY'));
  return sound ? undefined : reason;
}

/** The same key of a Secret is read for each of its users. */
function hasPem(secret: ManifestObject, key: string, fits: (label: string) => boolean): boolean {
  const value = readDataValue(secret, key);
  return value !== undefined && goPemBlocks(binaryText(value.bytes)).some(({ type }) => fits(type));
}

/**
 * Why a CA reference is not resolved: the grant, the kind, existence, and the key `ca.crt` with something in it
 * (backendtlspolicy_types.go L163-179; gateway_types.go L736-807; the conformance suite counts an empty string as
 * missing). PEM and dates are left to implementations.
 *
 * @param kindReason what an unsupported kind gets
 */
export function authorityProblem(
  index: ObjectIndex,
  { permission, target }: Reference,
  kindReason: 'InvalidKind' | 'InvalidCACertificateKind',
): string | undefined {
  if (permission === 'denied') return 'RefNotPermitted';
  if (!isCore(target.group) || !AUTHORITY_KINDS.includes(target.kind)) return kindReason;
  const object = index.byId.get(target.objectId ?? '');
  const value = object && readDataValue(object, 'ca.crt');
  return value === undefined || value.bytes.length === 0 ? 'InvalidCACertificateRef' : undefined;
}

/** ConfigMap is Core support, Secret implementation-specific (backendtlspolicy_types.go L190-198). */
const AUTHORITY_KINDS: readonly string[] = ['ConfigMap', 'Secret'];

/** `core` passes the schema; the gateways resolve it. */
function isCore(group: string): boolean {
  return group === '' || group === 'core';
}
