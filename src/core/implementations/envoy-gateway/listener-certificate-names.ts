import { readDataValue, type Resolution } from '../../gateway-api/index.ts';
import type { Listener } from '../../gateway-api/types.ts';
import { decodeCertificate } from '../../pki/certificate.ts';
import { goPemBlocks } from '../../verify/go/pem.ts';

/**
 * The dNSNames of the certificates that a listener presents: of each Secret the first block of `tls.crt`.
 *
 * @see Envoy Gateway internal/gatewayapi/tls.go `parseCertsFromTLSSecretsData`
 */
export function listenerCertificateNames(
  { index, references }: Pick<Resolution, 'index' | 'references'>,
  { gatewayId, listenerSetId, index: at }: Listener,
): readonly string[] {
  return references
    .filter(
      ({ kind, from }) =>
        kind === 'listenerCertificateRef' &&
        from.objectId === (listenerSetId ?? gatewayId) &&
        from.path[2] === at,
    )
    .flatMap(({ target }) => {
      const secret = index.byId.get(target.objectId ?? '');
      const [block] = goPemBlocks((secret && readDataValue(secret, 'tls.crt')?.text) ?? '');
      const decoded = block && decodeCertificate(block.bytes);
      if (decoded?.ok !== true) return [];
      const names = decoded.certificate.extensions.subjectAltNames ?? [];
      return names.filter(({ kind }) => kind === 'dns').map(({ value }) => value);
    });
}
