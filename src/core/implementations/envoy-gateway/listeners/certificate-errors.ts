import {
  isMade,
  makerOf,
  readDataValue,
  stringAt,
  type Reference,
} from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { storedObject } from '../../stored-object.ts';
import type { EnvoyGatewayContext } from '../context.ts';
import { isSdsSecret, readSdsSecret } from '../sds-secret.ts';

/** Why one certificateRef of a listener cannot be used. */
export interface CertificateError {
  readonly reason: 'InvalidCertificateRef' | 'RefNotPermitted';
  readonly message: string;
}

/** What one certificateRef comes to before its certificate is read. */
export type CertificateRef =
  | { readonly kind: 'pair'; readonly secret: ManifestObject }
  /** An SDS server has it, a controller will make it, or the cluster is taken to have it. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'refused'; readonly error: CertificateError };

/** A reference as it is judged: `assumed` stands for Secrets that are not among the files. */
export interface CertificateQuestion {
  readonly reference: Reference;
  readonly assumed: boolean;
}

/**
 * Group, kind, ReferenceGrant, existence, type and keys of one certificateRef, in that order.
 *
 * @see Envoy Gateway internal/gatewayapi/validate.go `validateTerminateModeAndGetTLSSecrets`
 */
export function resolveCertificateRef(
  { resolution: { index }, config, traits }: EnvoyGatewayContext,
  { reference: { target, permission, from }, assumed }: CertificateQuestion,
): CertificateRef {
  const { group, kind, namespace, name } = target;
  if (group !== '')
    return invalid("Listener's TLS certificate ref group must be unspecified/empty.");
  if (kind !== 'Secret') return invalid("Listener's TLS certificate ref kind must be Secret.");
  if (permission === 'denied') {
    const message = `Certificate ref to secret ${namespace}/${name} not permitted by any ReferenceGrant.`;
    return { kind: 'refused', error: { reason: 'RefNotPermitted', message } };
  }
  // The Gateway's namespace was printed for the Secret's until 1.6.
  const printed = traits.partialCertificates ? undefined : index.byId.get(from.objectId)?.namespace;
  const place = `${printed ?? namespace}/${name}`;
  const secret = storedObject(index, 'Secret', namespace, name);
  if (secret === undefined) {
    const comes = assumed || makerOf(index, target) !== undefined;
    return comes ? { kind: 'elsewhere' } : invalid(`Secret ${place} does not exist.`);
  }
  if (traits.sdsListeners && isSdsSecret(secret))
    return sdsRef(secret, config.sdsSecretRefEnabled, place);
  if (stringAt(secret.value, ['type']) !== 'kubernetes.io/tls')
    return invalid(`Secret ${place} must be of type kubernetes.io/tls.`);
  const isEmpty = (key: string): boolean => (readDataValue(secret, key)?.bytes.length ?? 0) === 0;
  if (!isEmpty('tls.crt') && !isEmpty('tls.key')) return { kind: 'pair', secret };
  return isMade(secret)
    ? { kind: 'elsewhere' }
    : invalid(`Secret ${place} must contain tls.crt and tls.key.`);
}

function sdsRef(secret: ManifestObject, enabled: boolean, place: string): CertificateRef {
  if (!enabled)
    return invalid(
      `SDS Secret ${place} cannot be used because SDS Secret references are not enabled in EnvoyGateway configuration.`,
    );
  const read = readSdsSecret(secret);
  return read.ok
    ? { kind: 'elsewhere' }
    : invalid(`Secret ${place} is not a valid SDS reference secret: ${read.message}.`);
}

function invalid(message: string): CertificateRef {
  return { kind: 'refused', error: { reason: 'InvalidCertificateRef', message } };
}
