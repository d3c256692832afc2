import { madeKeyOf } from '../../gateway-api/index.ts';
import type { FieldRef } from '../../model/index.ts';
import { KEY_STAND_IN, type Material } from '../../pki/index.ts';
import type { StepContext } from './draft.ts';

/**
 * Whoever says that a host outside the cluster presents a chain has said that it holds the key: it could not present it otherwise
 * (RFC 8446, section 4.4.3). Null where the key could be among the files.
 */
export function keyOfHost({ request, server }: StepContext): string | null {
  const [scheme, host = ''] = request.backend.assignmentTarget.split(':');
  if (scheme !== 'host' || server?.key !== undefined) return null;
  return `${host} is outside the cluster. You said that it presents this chain, and a server can do so only with the key that belongs to it; the key itself is in no file.`;
}

/** Why no file can hold the key of the backend: a controller writes it into the cluster. */
export function serverKeyElsewhere({ server, fields }: StepContext): string | null {
  return madeElsewhere(server?.key, fields.serverKey);
}

/** The same of the key of the gateway. */
export function clientKeyElsewhere({ request, fields }: StepContext): string | null {
  return madeElsewhere(request.programmed.clientCertificate?.key, fields.clientKey);
}

function madeElsewhere(key: Material | undefined, field: FieldRef | undefined): string | null {
  if (key?.pem.trim() !== KEY_STAND_IN || field === undefined) return null;
  return madeKeyOf(field.objectId) === null
    ? null
    : 'A controller writes certificate and private key into the cluster, so no file can show it. The certificate is the one that you gave; that the key belongs to it is taken as given.';
}
