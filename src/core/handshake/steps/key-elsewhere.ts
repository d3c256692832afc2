import { madeKeyOf } from '../../gateway-api/index.ts';
import type { FieldRef } from '../../model/index.ts';
import { KEY_STAND_IN, type Material } from '../../pki/index.ts';
import type { StepContext } from './draft.ts';

/**
 * Why no file can hold the key of the backend: a host outside the cluster keeps it, or a controller writes it into the cluster. The
 * certificate was then given by the user. Null where the key could be among the files.
 */
export function serverKeyElsewhere({ request, server, fields }: StepContext): string | null {
  const [scheme, host] = request.backend.assignmentTarget.split(':');
  if (scheme === 'host' && server?.key === undefined)
    return taken(`${host ?? ''} is outside the cluster and keeps its private key`);
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
    : taken('A controller writes certificate and private key into the cluster');
}

function taken(fact: string): string {
  return `${fact}, so no file can show it. The certificate is the one that you gave; that the key belongs to it is taken as given.`;
}
