import {
  isMade,
  itemsAt,
  readDataValue,
  stringAt,
  type Reference,
  type Resolution,
} from '../gateway-api/index.ts';
import type { Listener } from '../gateway-api/types.ts';
import type { ManifestObject } from '../manifest/types.ts';
import { goPemBlocks } from '../verify/go/pem.ts';
import { listenerCertificateRefs } from './listeners/references-at.ts';

/** What the files say of one certificate of a listener; `unknown` when its Secret is not among them. */
export type ListenerCertificate = 'usable' | 'refused' | 'unknown';

/**
 * The certificates of a listener that ends TLS, as a controller sees them that takes Secrets of type kubernetes.io/tls
 * alone. The key is not looked at: a stored workspace may hold it no more.
 *
 * @returns null when the listener ends no TLS, or names no certificate, which is left to validation
 */
export function listenerCertificates(
  resolution: Pick<Resolution, 'index' | 'references'>,
  listener: Listener,
): readonly ListenerCertificate[] | null {
  const { index } = resolution;
  const { gatewayId, listenerSetId, index: at, protocol, tlsMode } = listener;
  const owner = index.byId.get(listenerSetId ?? gatewayId);
  const endsTls = protocol === 'HTTPS' || (protocol === 'TLS' && tlsMode !== 'Passthrough');
  if (owner === undefined || !endsTls) return null;
  const own = new Map(
    listenerCertificateRefs(resolution, listener).map((reference) => [
      Number(reference.from.path.at(-1)),
      reference,
    ]),
  );
  const refs = itemsAt(owner.value, ['spec', 'listeners', at, 'tls', 'certificateRefs']);
  if (refs.length === 0) return null;
  return refs.map((_, place) => {
    const reference = own.get(place);
    return reference === undefined ? 'unknown' : judge(index, reference);
  });
}

function judge(index: Resolution['index'], reference: Reference): ListenerCertificate {
  const { permission, target } = reference;
  if (permission === 'denied' || target.group !== '' || target.kind !== 'Secret') return 'refused';
  const secret = index.byId.get(target.objectId ?? '');
  if (secret === undefined || isMade(secret)) return 'unknown';
  return isPair(secret) ? 'usable' : 'refused';
}

/** A Secret without a type is Opaque. */
function isPair(secret: ManifestObject): boolean {
  const certificate = readDataValue(secret, 'tls.crt')?.text ?? '';
  const hasKey = (readDataValue(secret, 'tls.key')?.bytes.length ?? 0) > 0;
  return (
    stringAt(secret.value, ['type']) === 'kubernetes.io/tls' &&
    hasKey &&
    goPemBlocks(certificate).some(({ type }) => type === 'CERTIFICATE')
  );
}
