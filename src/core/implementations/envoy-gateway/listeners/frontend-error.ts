import { isObject, makerOf, valueAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { FieldPath } from '../../../model/index.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import { referencesAt } from '../../listeners/references-at.ts';
import type { EnvoyGatewayContext } from '../context.ts';
import {
  NO_AUTHORITY,
  NOT_PERMITTED,
  readAuthorities,
  UNSUPPORTED_KIND,
} from '../read-authorities.ts';

/** Why the CAs for clients of a listener cannot be used. */
export interface FrontendError {
  readonly reason:
    | 'InvalidCACertificateKind'
    | 'InvalidCACertificateRef'
    | 'NoValidCACertificate'
    | 'RefNotPermitted';
  readonly message: string;
}

/**
 * What is wrong with the CAs of one entry of `Gateway.spec.tls.frontend`; null where it has none, or nothing is.
 *
 * @param path of the entry: `default`, or `tls` of one of `perPort`
 * @see Envoy Gateway internal/gatewayapi/listener.go `ProcessGatewayTLS`, validate.go `validateTLSConfiguration`
 */
export function frontendError(
  context: EnvoyGatewayContext,
  gateway: ManifestObject,
  path: FieldPath,
  absent: AbsentSecrets,
): FrontendError | null {
  if (!isObject(valueAt(gateway.value, [...path, 'validation']))) return null;
  const { index } = context.resolution;
  const comes = referencesAt(context.resolution, gateway.id, path).some(
    ({ target, permission }) =>
      permission !== 'denied' &&
      target.objectId === undefined &&
      (absent === 'assumed' || makerOf(index, target) !== undefined),
  );
  if (comes) return null;
  const read = readAuthorities(context, gateway, [...path, 'validation', 'caCertificateRefs']);
  return read.ok ? null : { reason: reasonOf(read.message), message: read.message };
}

function reasonOf(message: string): FrontendError['reason'] {
  if (message === UNSUPPORTED_KIND) return 'InvalidCACertificateKind';
  if (message === NO_AUTHORITY) return 'NoValidCACertificate';
  return message.startsWith(NOT_PERMITTED) ? 'RefNotPermitted' : 'InvalidCACertificateRef';
}
